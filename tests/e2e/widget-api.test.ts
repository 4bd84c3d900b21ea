import { expect, test } from 'vitest'
import { shortForm } from './widget-form.ts'
import { startWebsite, type WidgetHost } from './widget-host.ts'
import { stageWidget } from './widget-stage.ts'
import { countUse, watchUse } from './widget-use.ts'

const stage = stageWidget()
const { begin, heading, press, reachTheEnd, submissions } = stage

/** A page of a website with scripts of its own. */
const open = async (html: string, path = '') => {
  const site = await startWebsite({
    '/': { html: `<!doctype html><html lang="en"><title>Acme</title><body>${html}</body></html>` },
  })
  stage.atEnd(site.stop)
  await stage.page.goto(`${site.url}${path}`)
}
const script = ({ url }: WidgetHost) => `<script src="${url}widget.js" async></script>`
const snippet = ({ url }: WidgetHost, attributes = '') =>
  `<script src="${url}widget.js" data-form="demo" ${attributes} async></script>`
/** Whoever is quicker than people are has to prove a browser's work, which is another test's affair. */
const takeTime = () => stage.page.waitForTimeout(1600)
const told = () => stage.page.evaluate(() => Reflect.get(globalThis, 'told'))
const listen = `<script>
  told = []
  for (const name of ['ready', 'started', 'question-changed', 'submit', 'close', 'height-changed'])
    document.addEventListener('bantam:' + name, ({ detail }) => told.push([name, detail]))
</script>`

test('commands that were queued before the script came run in their order', async () => {
  const host = await begin()
  await open(`${listen}<div id="place"></div><script>
    bantam = window.bantam || []
    bantam.push((bantam) => { throw new Error('the page is broken') })
    bantam.push((bantam) => {
      made = bantam.createWidget('demo', {
        container: document.querySelector('#place'),
        hidden: { plan: 'pro' },
        onSubmit: (detail) => told.push(['callback', detail]),
        onStarted: () => { throw new Error('so is its callback') },
      })
    })
    bantam.push(['load'])
  </script>${script(host)}`)
  await stage.page.locator('#place bantam-form').getByText('51–200').waitFor()
  await reachTheEnd()
  await takeTime()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)[0]?.body).toMatchObject({ hidden: { plan: 'pro' } })
  const happened: [string, unknown][] = await told()
  const steps = happened.filter(([name]) => name !== 'height-changed')
  expect(steps).toEqual([
    ['ready', { formId: 'demo' }],
    ['started', { formId: 'demo' }],
    ['question-changed', { formId: 'demo', ref: 'name' }],
    ['question-changed', { formId: 'demo', ref: 'problem' }],
    ['callback', { formId: 'demo', responseId: 's-1' }],
    ['submit', { formId: 'demo', responseId: 's-1' }],
  ])
  expect(happened.find(([name]) => name === 'height-changed')?.[1]).toMatchObject({
    formId: 'demo',
    height: expect.any(Number),
  })
  expect(stage.forgive('the page is broken', 'so is its callback')).toBe(2)
})

test('a form can be told to begin anew, to take the focus and to leave', async () => {
  const host = await begin()
  await open(snippet(host))
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  const call = (deed: string) =>
    stage.page.evaluate((name) => Reflect.get(globalThis, 'bantam').get('demo')[name](), deed)
  await call('refresh')
  await heading('How many people').waitFor()
  expect(await stage.page.getByLabel('51–200').isChecked()).toBe(false)
  await stage.page.evaluate(() => Object(document.activeElement).blur())
  await call('focus')
  await expect
    .poll(() => stage.page.evaluate(() => document.activeElement?.localName))
    .toBe('bantam-form')
  await call('unmount')
  expect(await stage.page.locator('bantam-form').count()).toBe(0)
})

test('in the sandbox the server is asked for its answer and nothing else', async () => {
  const host = await begin()
  await open(snippet(host, 'data-sandbox'))
  await heading('How many people').waitFor()
  await reachTheEnd()
  await takeTime()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(host.heard.map(({ path }) => path)).toEqual(['/v1/public/forms/demo/submissions'])
  expect(host.heard[0]?.body).toMatchObject({ sandbox: true })
})

test('a tag manager puts the script in, twice, and there is one form', async () => {
  const host = await begin()
  await open(`<main></main><script>
    for (let times = 0; times < 2; times++) {
      const tag = document.createElement('script')
      tag.src = '${host.url}widget.js'
      if (times === 0) tag.dataset.form = 'demo'
      document.head.append(tag)
    }
  </script>`)
  await heading('How many people').waitFor()
  expect(await stage.page.locator('bantam-form').count()).toBe(1)
})

test('two hosts on one page, each with chunks of its own, serve a form each', async () => {
  const one = await begin()
  const other = await begin({ ...shortForm, title: 'Other' })
  await open(`${snippet(one)}${snippet(other)}`)
  const forms = stage.page.locator('bantam-form')
  await forms.nth(0).getByText('51–200').click()
  await forms.nth(0).getByRole('heading', { name: 'What is your name?' }).waitFor()
  await forms.nth(1).getByRole('heading', { name: 'How many people' }).waitFor()
  const bases = await forms.evaluateAll((all) =>
    all.map((form) => Reflect.get(form, 'dataset').base),
  )
  expect(bases).toEqual([one.url, other.url])
})

test('the same form twice on a page sends what each was told', async () => {
  const host = await begin()
  await open(`${snippet(host)}${snippet(host)}`)
  const forms = stage.page.locator('bantam-form')
  await forms.nth(1).getByText('51–200').waitFor()
  await takeTime()
  for (const [at, name] of ['Ann', 'Ben'].entries()) {
    const form = forms.nth(at)
    await form.getByText('51–200').click()
    await form.getByRole('heading', { name: 'What is your name?' }).waitFor()
    await form.getByRole('textbox').fill(name)
    await form.getByRole('button', { name: 'Continue' }).click()
    await form.getByRole('heading', { name: `${name}, what` }).waitFor()
    await form.getByRole('button', { name: 'Submit' }).click()
    await form.getByRole('heading', { name: `Thank you, ${name}.` }).waitFor()
  }
  expect(new Set(submissions(host).map(({ key }) => key)).size).toBe(2)
})

test('a lazy form waits until it is nearly in sight', async () => {
  const host = await begin()
  const asked: string[] = []
  stage.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await open(`<div style="height:5000px"></div>${snippet(host, 'data-lazy')}`)
  await stage.page.locator('bantam-form').waitFor({ state: 'attached' })
  await stage.page.waitForTimeout(300)
  expect(asked.filter((path) => path.startsWith('/v1/'))).toEqual([])
  await stage.page.evaluate(() => scrollTo(0, 4000))
  await heading('How many people').waitFor()
})

test('a page that puts a form in and takes it out a hundred times is left as it was', async () => {
  const host = await begin()
  await stage.page.addInitScript(watchUse)
  await open(`<main></main>${script(host)}`)
  await stage.page.waitForFunction(() => Reflect.get(globalThis, 'bantam')?.createWidget)
  const cycle = (times: number) =>
    stage.page.evaluate(async (count) => {
      const { bantam } = globalThis as unknown as {
        bantam: { createWidget(id: string, options: object): { unmount(): void } }
      }
      const container = document.querySelector('main')
      for (let at = 0; at < count; at++) {
        await new Promise<void>((resolve) => {
          const form = bantam.createWidget('demo', {
            container,
            onReady() {
              form.unmount()
              setTimeout(resolve)
            },
          })
        })
      }
    }, times)
  await cycle(10)
  const before = await countUse(stage.page)
  await cycle(100)
  const after = await countUse(stage.page)
  expect({ ...after, heap: 0 }).toEqual({ ...before, heap: 0 })
  expect(after.heap - before.heap).toBeLessThan(200_000)
})

test('a single-page website that takes the form out while it loads hears nothing more of it', async () => {
  const host = await begin()
  await open(`${listen}<main></main>${script(host)}`)
  await stage.page.waitForFunction(() => Reflect.get(globalThis, 'bantam')?.createWidget)
  await stage.page.evaluate(() => Reflect.get(globalThis, 'bantam').createWidget('demo').unmount())
  await stage.page.waitForTimeout(500)
  expect(await told()).toEqual([])
})
