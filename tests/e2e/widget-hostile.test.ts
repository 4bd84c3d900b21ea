import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startWebsite, type WidgetHost } from './widget-host.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, press, reachTheEnd, submissions } = stage

const hostile = (name: string) =>
  fileURLToPath(new URL(`../../../shared/data/hostile/${name}`, import.meta.url))
const isThere = existsSync(hostile('host-sabotage.js'))

/** Answers the short form in the page; what was submitted then. */
const answer = async (host: WidgetHost) => {
  await heading('How many people').waitFor()
  await reachTheEnd()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  return submissions(host).map(({ body }) => body)
}

/** The same in the frame that stands where the page's own scripts are not to be trusted. */
const answerInFrame = async (host: WidgetHost) => {
  const frame = stage.page.frameLocator('iframe')
  await frame.getByText('51–200').click()
  await frame.getByRole('heading', { name: 'What is your name?' }).waitFor()
  await frame.getByRole('textbox').pressSequentially('Ann')
  await frame.getByRole('textbox').press('Enter')
  await frame.getByRole('heading', { name: 'Ann, what' }).waitFor()
  await frame.getByRole('textbox').fill('Too many leads')
  await frame.getByRole('button', { name: 'Submit' }).click()
  await frame.getByRole('heading', { name: 'Thank you, Ann.' }).waitFor()
  return submissions(host).map(({ body }) => body)
}

/** All of it, and once. */
const allOnce = [
  {
    version: 3,
    answers: [
      { questionId: 'size', value: 's-2' },
      { questionId: 'name', value: 'Ann' },
      { questionId: 'problem', value: 'Too many leads' },
    ],
  },
]

const script = (code: string) => `<script>${code}</script>`

test('under trusted types, where every chunk comes late, nothing is refused', async () => {
  const host = await begin()
  await openSite(host, {
    policy: `default-src 'none'; script-src ${host.url}; connect-src ${host.url}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  })
  expect(await answer(host)).toMatchObject(allOnce)
})

test.each([
  ['everything unset', '*,*::before,*::after { all: unset !important }'],
  [
    'everything hidden but the page',
    'body * { display: none !important; visibility: hidden !important }',
  ],
  ['nothing to click', 'body * { pointer-events: none !important; user-select: none !important }'],
  ['what is not defined, hidden', ':not(:defined) { display: none !important }'],
  [
    'all elements of others, hidden',
    'bantam-form { display: none !important; opacity: 0 !important }',
  ],
  [
    'everything transparent',
    '* { opacity: 1 } body * { opacity: 0 !important; color: transparent !important; }',
  ],
  [
    'no room',
    'section { overflow: hidden; width: 0; height: 0 } bantam-form { position: absolute; width: 0 !important }',
  ],
])('style: %s', async (_what, css) => {
  const host = await begin()
  await openSite(host, { head: `<style>${css}</style>` })
  expect(await answer(host)).toMatchObject(allOnce)
})

test('beneath a layer of the page that is higher than everything, the keyboard goes on', async () => {
  const host = await begin()
  await openSite(host, {
    head: '<style>body::after { content: ""; position: fixed; inset: 0; z-index: 2147483647 }</style>',
  })
  await heading('How many people').waitFor()
  await stage.page.getByRole('radio').first().focus()
  await stage.page.keyboard.press('b')
  await stage.page.keyboard.press('Enter')
  await heading('What is your name?').waitFor()
  await stage.page.keyboard.type('Ann')
  await stage.page.keyboard.press('Enter')
  await heading('Ann, what').waitFor()
  expect(await stage.page.getByRole('textbox').count()).toBe(1)
})

test('a column without width cuts the form off and breaks nothing', async () => {
  const host = await begin()
  await openSite(host, { head: '<style>body { overflow: hidden; width: 0 }</style>' })
  await heading('How many people').waitFor({ state: 'attached' })
  await stage.page.addStyleTag({ content: 'body { width: auto !important }' })
  expect(await answer(host)).toMatchObject(allOnce)
})

test.each([
  [
    'a property on every object',
    'Object.prototype.polluted = "x"; Array.prototype.extra = () => 1',
  ],
  [
    'a setter on every object',
    'Object.defineProperty(Object.prototype, "draft", { set() { throw 1 }, get: () => "stolen", configurable: true })',
  ],
  [
    'frozen prototypes',
    'for (const type of [Object, Array, Function, Promise, String, Map, Set, Element, Event]) { Object.freeze(type.prototype); Object.freeze(type) }',
  ],
  [
    'a wrapped fetch',
    'const own = fetch; window.fetch = function (...given) { return own.apply(this, given) }',
  ],
  ['a poor Promise', 'window.Promise = class extends Promise {}; Promise.allSettled = undefined'],
  [
    'a broken beacon and random',
    'navigator.sendBeacon = () => { throw 1 }; Math.random = () => 0.5; crypto.randomUUID = undefined',
  ],
  ['the date of 1970', 'Date.now = () => 0; Date.prototype.toISOString = () => "x"'],
  [
    'module loaders',
    'window.define = () => {}; define.amd = {}; window.module = { exports: {} }; window.exports = {}; window.$ = null; window.name = "x"',
  ],
  ['an own window.bantam', 'Object.defineProperty(window, "bantam", { value: 1 })'],
  ['frames that never come', 'window.requestAnimationFrame = () => 0'],
  ['broken frames', 'window.requestAnimationFrame = () => { throw 1 }'],
  [
    'storage that throws',
    'for (const area of ["localStorage", "sessionStorage"]) Object.defineProperty(window, area, { get() { throw 1 } })',
  ],
  [
    'stolen submits',
    'addEventListener("submit", (e) => { e.preventDefault(); e.stopImmediatePropagation() }, true)',
  ],
  [
    'stolen letters',
    'document.addEventListener("keydown", (e) => { if (!/INPUT|TEXTAREA/.test(e.target.tagName)) e.preventDefault() })',
  ],
])('script: %s', async (_what, code) => {
  const host = await begin()
  await openSite(host, { head: script(code) })
  expect(await answer(host)).toMatchObject(allOnce)
})

/** Where the link leads that stands for a form. */
const linked = () => stage.page.getByRole('link', { name: 'on its own page' }).getAttribute('href')

test.each([
  ['JSON', 'JSON.parse = () => { throw 1 }; JSON.stringify = () => "{}"'],
  ['toJSON on arrays', 'Array.prototype.toJSON = () => "prototype.js 1.x"'],
  ['toJSON on objects', 'Object.prototype.toJSON = function () { return "x" }'],
  ['iteration', 'Array.prototype[Symbol.iterator] = function* () {}'],
  ['map', 'Array.prototype.map = () => []'],
  ['push', 'Array.prototype.push = () => 0'],
  ['call', 'Function.prototype.call = () => {}'],
  ['Promise', 'window.Promise = function () { throw 1 }'],
  ['Map', 'window.Map = window.Set = window.WeakMap = undefined'],
  ['shadow roots', 'Element.prototype.attachShadow = () => { throw 1 }'],
  ['elements', 'document.createElement = () => null'],
  ['custom elements', 'customElements.define = () => {}'],
])('a page that has broken %s gets the form in a frame', async (_what, code) => {
  const host = await begin()
  await openSite(host, { head: script(code) })
  expect(await answerInFrame(host)).toMatchObject(allOnce)
  expect(await linked()).toBe(`${host.url}f/demo`)
})

test.each([
  ['filter', 'Array.prototype.filter = () => []'],
  ['some', 'Array.prototype.some = () => true'],
  ['includes', 'Array.prototype.includes = () => false'],
  ['entries', 'Object.entries = () => []'],
  ['join', 'Array.prototype.join = () => ""'],
  ['showIf', 'Object.prototype.showIf = { all: [] }'],
  ['jumps', 'Object.prototype.jumps = [{ to: "nowhere" }]'],
])('a page on which a conversation would get stuck gets the link: %s', async (_what, code) => {
  const host = await begin()
  await openSite(host, { head: script(code) })
  expect(await linked()).toBe(`${host.url}f/demo`)
})

test('a page that keeps every click and key for itself leaves the buttons of the form', async () => {
  const host = await begin()
  await openSite(host, {
    head: script(`for (const type of ['click', 'keydown', 'keyup', 'keypress'])
      addEventListener(type, (event) => event.stopPropagation(), true)`),
  })
  await heading('How many people').waitFor()
  await stage.page.getByText('51–200').click()
  await press('Continue')
  await heading('What is your name?').waitFor()
  await stage.page.getByRole('textbox').fill('Ann')
  await stage.page.keyboard.press('Enter')
  await heading('Ann, what').waitFor()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)).toHaveLength(1)
})

test('the link on a broken page is in the language asked for', async () => {
  const host = await begin()
  await openSite(host, {
    head: script('document.createElement = () => null'),
    attributes: 'async data-language="de"',
  })
  const link = stage.page.getByRole('link', { name: 'Formular auf eigener Seite öffnen' })
  expect(await link.getAttribute('lang')).toBe('de')
})

test('what would open over a broken page stays a link', async () => {
  const host = await begin()
  await openSite(host, {
    head: script('document.createElement = () => null'),
    attributes: 'async data-mode="popup"',
  })
  await stage.page.getByRole('link', { name: 'on its own page' }).waitFor()
  expect(await stage.page.locator('iframe').count()).toBe(0)
})

test('a fetch that always fails leaves the link', async () => {
  const host = await begin()
  await openSite(host, {
    head: script('window.fetch = () => Promise.reject(new Error("host"))'),
  })
  expect(await linked()).toBe(`${host.url}f/demo`)
})

test('primitives that are broken once the form stands are not those that send it', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await stage.page.evaluate(() => {
    window.fetch = () => Promise.reject(new Error('host'))
    JSON.stringify = () => '{}'
  })
  await stage.page.getByRole('textbox').fill('Ann')
  await press('Continue')
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)[0]?.body).toMatchObject({ version: 3, answers: [{}, {}, {}] })
})

test('a base tag leads nothing of the form astray', async () => {
  const host = await begin()
  await openSite(host, { head: '<base href="https://elsewhere.invalid/deep/">' })
  expect(await answer(host)).toMatchObject(allOnce)
})

test('a page in quirks mode', async () => {
  const host = await begin()
  const html = `<title>Acme</title><table><tr><td><script src="${host.url}widget.js" data-form="demo"></script></table>`
  const site = await startWebsite({ '/': { html } })
  stage.atEnd(site.stop)
  await stage.page.goto(site.url)
  expect(await stage.page.evaluate(() => document.compatMode)).toBe('BackCompat')
  expect(await answer(host)).toMatchObject(allOnce)
})

test('a snippet that document.write writes', async () => {
  const host = await begin()
  const tag = `<script src="${host.url}widget.js" data-form="demo"><\\/script>`
  const site = await startWebsite({
    '/': {
      html: `<!doctype html><title>Acme</title><body><script>document.write('${tag}')</script>`,
    },
  })
  stage.atEnd(site.stop)
  await stage.page.goto(site.url)
  expect(await answer(host)).toMatchObject(allOnce)
})

test('a page that is edited or translated as a whole', async () => {
  const host = await begin()
  await openSite(host, {
    head: script(`addEventListener('DOMContentLoaded', () => {
      document.body.contentEditable = 'true'
      document.designMode = 'on'
      document.designMode = 'off'
      document.body.translate = false
    })`),
  })
  expect(await answer(host)).toMatchObject(allOnce)
})

test('an element that is taken away midway and put back goes on where it was', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await stage.page.evaluate(async () => {
    const form = document.querySelector('bantam-form')
    form?.remove()
    await new Promise((resolve) => setTimeout(resolve, 50))
    if (form) document.body.append(form)
  })
  await heading('What is your name?').waitFor()
  await stage.page.getByRole('textbox').fill('Ann')
  await press('Continue')
  await heading('Ann, what').waitFor()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)).toHaveLength(1)
})

test.runIf(isThere)('a page that sabotages all of it at once', async () => {
  const host = await begin()
  await openSite(host, { head: script(readFileSync(hostile('host-sabotage.js'), 'utf8')) })
  expect(await answerInFrame(host)).toMatchObject(allOnce)
})

test.runIf(isThere)('a style sheet that hides and shrinks all of it at once', async () => {
  const host = await begin()
  // Where html and body themselves are not drawn, there is no page.
  const page =
    'html, body { display: block !important; opacity: 1; transform: none; filter: none; zoom: 1 }'
  await openSite(host, {
    head: `<style>${readFileSync(hostile('host-hostile.css'), 'utf8')}</style><style>${page}</style>`,
  })
  expect(await answer(host)).toMatchObject(allOnce)
})

test.runIf(isThere)('both at once', async () => {
  const host = await begin()
  const page =
    'html, body { display: block !important; opacity: 1; transform: none; filter: none; zoom: 1 }'
  await openSite(host, {
    head: `<style>${readFileSync(hostile('host-hostile.css'), 'utf8')}</style><style>${page}</style>${script(readFileSync(hostile('host-sabotage.js'), 'utf8'))}`,
  })
  expect(await answerInFrame(host)).toMatchObject(allOnce)
})
