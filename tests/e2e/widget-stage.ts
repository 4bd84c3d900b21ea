import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Form } from '@bantam/schema'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { buildWidget } from '../../widget/bin/build-widget.js'
import { launch } from '../browser.ts'
import { startApiHost } from './widget-api.ts'
import { shortForm } from './widget-form.ts'
import { startWebsite, startWidgetHost, type WidgetHost } from './widget-host.ts'

interface SiteOptions {
  head?: string
  policy?: string
  /** Of the snippet's script tag. */
  attributes?: string
  query?: string
}

/**
 * The built widget in a browser, on a website of another origin: a fresh page for every test of a file. A test fails
 * when its page threw an error or broke a security policy.
 */
export const stageWidget = () => {
  const folder = mkdtempSync(join(tmpdir(), 'bantam-widget-'))
  const stops: (() => Promise<void>)[] = []
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let troubles: string[]

  beforeAll(async () => {
    await buildWidget(folder)
    browser = await launch()
  })

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  beforeEach(async () => {
    context = await browser.newContext()
    page = await context.newPage()
    troubles = []
    page.on('pageerror', ({ message }) => troubles.push(message))
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) troubles.push(message.text())
    })
  })

  afterEach(async () => {
    await context.close()
    for (const stop of stops.splice(0)) await stop()
    if (troubles.length > 0) throw new Error(troubles.join('\n'))
  })

  const heading = (name: string) => page.getByRole('heading', { name })

  return {
    get page() {
      return page
    },
    get context() {
      return context
    },
    /** Takes out the errors that the page threw on purpose; how many there were. */
    forgive(...messages: readonly string[]) {
      const before = troubles.length
      troubles = troubles.filter((trouble) => !messages.includes(trouble))
      return before - troubles.length
    },
    atEnd: (stop: () => Promise<void>) => void stops.push(stop),
    heading,
    press: (name: string) => page.getByRole('button', { name }).click(),
    submissions: (host: WidgetHost) =>
      host.heard.filter(({ path }) => path.endsWith('/submissions')),

    async begin(form = shortForm) {
      const host = await startWidgetHost(folder, form)
      stops.push(host.stop)
      return host
    },

    /** The same before the real API, on a database of its own. */
    async beginOnApi(options: { form?: Form; asksProof?: boolean } = {}) {
      // Every question is asked, however slowly somebody answers.
      const form = { ...shortForm, profiling: { stopWhenDecided: false } }
      const host = await startApiHost(folder, { form, ...options })
      stops.push(host.stop)
      return host
    },

    /** Opens a page that holds the snippet between two links. */
    async openSite(
      host: { readonly url: string; readonly formId?: string },
      { head = '', policy, attributes = 'async', query = '' }: SiteOptions = {},
    ) {
      const snippet = `<script src="${host.url}widget.js" data-form="${host.formId ?? 'demo'}" ${attributes}></script>`
      const html = `<!doctype html><html lang="en"><head><title>Acme</title>${head}</head><body>
        <h1>Acme</h1><a href="#before">Before</a>${snippet}<p>After</p><a href="#after">Next</a>
        </body></html>`
      const headers = policy ? { 'content-security-policy': policy } : {}
      const site = await startWebsite({ '/': { html, headers } })
      stops.push(site.stop)
      await page.goto(`${site.url}${query}`)
    },

    /** Answers the short form up to its last question. */
    async reachTheEnd() {
      await page.getByText('51–200').click()
      await heading('What is your name?').waitFor()
      await page.getByRole('textbox').fill('Ann')
      await page.keyboard.press('Enter')
      await heading('Ann, what').waitFor()
      await page.getByRole('textbox').fill('Too many leads')
    },
  }
}
