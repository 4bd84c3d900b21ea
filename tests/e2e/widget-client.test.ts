import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildPackage } from '../../widget/bin/build-package.js'
import { startWebsite } from './widget-host.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
let client: string

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bantam-package-'))
  await buildPackage(folder)
  client = readFileSync(join(folder, 'client.js'), 'utf8')
  rmSync(folder, { recursive: true })
})

test('the npm package loads the script of its server once and is obeyed in order', async () => {
  const host = await stage.begin()
  const site = await startWebsite({
    '/': {
      html: `<!doctype html><html lang="en"><title>Acme</title><body><main></main><script type="module">
        import { createWidget } from 'data:text/javascript,${encodeURIComponent(client)}'
        const options = { base: '${host.url}', container: document.querySelector('main') }
        const gone = createWidget('demo', options)
        const form = createWidget('demo', { ...options, onReady: () => form.focus() })
        gone.unmount()
      </script></body></html>`,
    },
  })
  stage.atEnd(site.stop)
  await stage.page.goto(site.url)
  await stage.heading('How many people').waitFor()
  await expect
    .poll(() => stage.page.evaluate(() => document.activeElement?.localName))
    .toBe('bantam-form')
  expect(await stage.page.locator('main bantam-form').count()).toBe(1)
  expect(await stage.page.locator('script[src$="widget.js"]').count()).toBe(1)
})
