import AxeBuilder from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, reachTheEnd, submissions } = stage

const long = '<style>body { margin: 0; min-height: 3000px } </style>'

const openMode = async (mode: string, { attributes = '', head = long } = {}) => {
  const host = await begin()
  await openSite(host, {
    head,
    attributes: `data-mode="${mode}" data-button-text="Ask us" ${attributes} async`,
  })
  return host
}
const launcher = () => stage.page.getByRole('button', { name: 'Ask us', exact: true })
const dialog = () => stage.page.getByRole('dialog', { name: 'Request a demo' })
const focused = () =>
  stage.page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active?.getAttribute('value') ?? active?.textContent ?? ''
  })
const isClosed = async () => {
  await expect.poll(() => dialog().count()).toBe(0)
}

/** As a person types: nobody's first form is sent within a blink. */
const pace = () => stage.page.waitForTimeout(1600)

const modes = ['popup', 'slider', 'sidetab', 'popover']
const modal = ['popup', 'slider']

test.each(modes)('a %s costs only its button until somebody is about to press it', async (mode) => {
  const asked: string[] = []
  stage.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await openMode(mode)
  await launcher().waitFor()
  await stage.page.waitForLoadState('networkidle')
  expect(asked.filter((path) => /start-|outfit-|v1|panel-/.test(path))).toEqual([])
  await launcher().hover()
  await expect.poll(() => asked.some((path) => path.includes('start-'))).toBe(true)
  await launcher().click()
  await heading('How many people').waitFor()
})

test.each(modes)('a %s takes the focus to its question, and Escape gives it back', async (mode) => {
  await openMode(mode)
  await launcher().focus()
  await stage.page.keyboard.press('Enter')
  await heading('How many people').waitFor()
  await expect.poll(focused).toBe('s-1')
  await stage.page.keyboard.press('Escape')
  await isClosed()
  expect(await focused()).toBe('Ask us')
})

test.each(modes)('what was answered in a %s is there when it is opened again', async (mode) => {
  const host = await openMode(mode)
  await launcher().click()
  await heading('How many people').waitFor()
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await stage.page.keyboard.type('Ann')
  await dialog().getByRole('button', { name: 'Close' }).click()
  await isClosed()
  await launcher().click()
  await heading('What is your name?').waitFor()
  await expect.poll(() => stage.page.getByRole('textbox').inputValue()).toBe('Ann')
  await stage.page.keyboard.press('Enter')
  await heading('Ann, what').waitFor()
  await pace()
  await stage.page.keyboard.press('Enter')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)).toHaveLength(1)
})

test.each(modes)(
  'a %s passes the accessibility rules, closed and open, in both lights',
  async (mode) => {
    await openMode(mode)
    const found: string[] = []
    const look = async (what: string) => {
      const { violations } = await new AxeBuilder({ page: stage.page })
        .include('bantam-form')
        .analyze()
      for (const { id, nodes } of violations) found.push(`${what}: ${id} ${nodes[0]?.html}`)
    }
    await stage.page.emulateMedia({ reducedMotion: 'reduce' })
    await launcher().waitFor()
    await look('closed')
    await launcher().click()
    await heading('How many people').waitFor()
    await look('open')
    await stage.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await look('dark')
    expect(found).toEqual([])
  },
)

test.each(modal)('while a %s is open the page behind stays still, in its place', async (mode) => {
  await openMode(mode)
  await launcher().waitFor()
  const place = () =>
    stage.page.evaluate(() => [
      document.querySelector('h1')?.getBoundingClientRect().left,
      document.querySelector('h1')?.getBoundingClientRect().width,
    ])
  const before = await place()
  await launcher().click()
  await heading('How many people').waitFor()
  expect(await place()).toEqual(before)
  await stage.page.mouse.move(4, 400)
  await stage.page.mouse.wheel(0, 600)
  await stage.page.waitForTimeout(100)
  expect(await stage.page.evaluate(() => scrollY)).toBe(0)
  await stage.page.keyboard.press('Escape')
  await isClosed()
  await stage.page.mouse.wheel(0, 600)
  await expect.poll(() => stage.page.evaluate(() => scrollY)).toBeGreaterThan(0)
})

test.each(modal)(
  'a press beside a %s closes it, a text marked out of it does not',
  async (mode) => {
    await openMode(mode)
    await launcher().click()
    await heading('How many people').waitFor()
    const box = await dialog().boundingBox()
    await stage.page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 60)
    await stage.page.mouse.down()
    await stage.page.mouse.move(10, 300)
    await stage.page.mouse.up()
    await heading('How many people').waitFor()
    expect(await dialog().count()).toBe(1)
    await stage.page.mouse.click(10, 300)
    await isClosed()
  },
)

test('a popover leaves the page in use beside it', async () => {
  await openMode('popover')
  await launcher().click()
  await heading('How many people').waitFor()
  await stage.page.getByRole('link', { name: 'Next' }).click()
  expect(new URL(stage.page.url()).hash).toBe('#after')
  expect(await dialog().count()).toBe(1)
  await launcher().click()
  await isClosed()
})

test.each(modes)('a %s covers a phone, 320 pixels wide, and fits', async (mode) => {
  await stage.page.setViewportSize({ width: 320, height: 600 })
  await openMode(mode)
  await launcher().click()
  await heading('How many people').waitFor()
  await stage.page.waitForTimeout(250)
  expect(await dialog().boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 600 })
  expect(await dialog().evaluate((panel) => panel.matches(':modal'))).toBe(true)
  const isTooWide = await dialog().evaluate((panel) => {
    const form = panel.querySelector('.form')
    return form !== null && form.scrollWidth > form.clientWidth
  })
  expect(isTooWide).toBe(false)
  for (const button of await dialog().getByRole('button').all()) {
    const box = await button.boundingBox()
    if (box) expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
  }
})

test('on a page that reads from right to left, what floats is at its end', async () => {
  await openMode('popover', { head: '<script>document.dir = "rtl"</script>' })
  await launcher().waitFor()
  const box = await launcher().boundingBox()
  expect(box?.x).toBeLessThan(100)
  await launcher().click()
  await heading('How many people').waitFor()
  const panel = await dialog().boundingBox()
  expect(panel?.x).toBeLessThan(100)
})

test('a chat in a popup leaves its cross in reach', async () => {
  await openMode('popup', { attributes: 'data-face="chat"' })
  await launcher().click()
  await heading('How many people').waitFor()
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await stage.page.getByRole('list', { name: 'So far' }).waitFor()
  const cross = dialog().getByRole('button', { name: 'Close' })
  const isOnTop = await cross.evaluate((button) => {
    const { x, y } = button.getBoundingClientRect()
    const root = button.getRootNode()
    return root instanceof ShadowRoot && root.elementFromPoint(x + 22, y + 22) === button
  })
  expect(isOnTop).toBe(true)
  await cross.click()
  await isClosed()
})

test('nothing moves for those who asked for less motion', async () => {
  await stage.page.emulateMedia({ reducedMotion: 'reduce' })
  await openMode('slider')
  await launcher().click()
  await heading('How many people').waitFor()
  const times = await dialog().evaluate((panel) => getComputedStyle(panel).transitionDuration)
  expect(times).toMatch(/^0s(, 0s)*$/)
})

test('a page that forbids all but the host opens a popup, and locks its scroll', async () => {
  const host = await begin()
  await openSite(host, {
    policy: `default-src 'none'; script-src ${host.url}; connect-src ${host.url}; style-src 'none'; require-trusted-types-for 'script'`,
    attributes: 'data-mode="popup" data-button-text="Ask us" data-width="500" async',
  })
  await launcher().click()
  await heading('How many people').waitFor()
  expect((await dialog().boundingBox())?.width).toBe(500)
  expect(
    await stage.page.evaluate(() => getComputedStyle(document.documentElement).overflowY),
  ).toBe('hidden')
})

test('neither a transformed parent nor the style of a hostile page moves a panel', async () => {
  await openMode('popover', {
    head: `<style>body { transform: scale(0.5) } * { all: unset !important; z-index: 1 !important }
      bantam-form { display: none !important; opacity: 0 }</style>`,
  })
  await launcher().waitFor()
  await launcher().dispatchEvent('click')
  await heading('How many people').waitFor()
  await stage.page.waitForTimeout(250)
  expect((await dialog().boundingBox())?.width).toBe(400)
})

test('a hundred openings leave no node and no listener behind, and none stays after leaving', async () => {
  await openMode('popup')
  await launcher().click()
  await heading('How many people').waitFor()
  await stage.page.keyboard.press('Escape')
  const tools = await stage.context.newCDPSession(stage.page)
  await tools.send('Performance.enable')
  const count = async () => {
    await tools.send('HeapProfiler.collectGarbage')
    const { metrics } = await tools.send('Performance.getMetrics')
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
    return { nodes: of('Nodes'), listeners: of('JSEventListeners') }
  }
  const cycle = (times: number) =>
    stage.page.locator('bantam-form').evaluate(async (form, rounds) => {
      const turn = () => new Promise((resolve) => setTimeout(resolve, 10))
      for (let round = 0; round < rounds; round++) {
        Reflect.get(form, 'open')()
        await turn()
        Reflect.get(form, 'close')()
        await turn()
      }
    }, times)
  await cycle(5)
  const before = await count()
  await cycle(100)
  const after = await count()
  expect(after.listeners).toBeLessThanOrEqual(before.listeners)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 5)

  await stage.page.locator('bantam-form').evaluate((form) => {
    Reflect.get(form, 'open')()
    form.remove()
  })
  await stage.page.waitForTimeout(50)
  expect(await stage.page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0)
  expect((await count()).listeners).toBeLessThan(before.listeners)
})

test('after sending, a form closes by itself when the website wants that', async () => {
  await openMode('popup', { attributes: 'data-auto-close="200"' })
  await launcher().click()
  await heading('How many people').waitFor()
  await reachTheEnd()
  await pace()
  await stage.page.keyboard.press('Enter')
  await isClosed()
  expect(await focused()).toBe('Ask us')
})

test('a panel whose files never come leaves a link where the button is', async () => {
  await openMode('popover')
  await stage.page.route('**/panel-*', (route) => route.abort())
  await launcher().click()
  const link = stage.page.locator('bantam-form a')
  await link.waitFor()
  expect(await link.getAttribute('href')).toContain('/f/demo')
})

test('in forced colours the round button shows its bubble, its dot and its cross', async () => {
  await stage.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await openMode('popover', { attributes: 'data-notification-days="3"' })
  const button = stage.page.locator('bantam-form .launcher')
  const drawn = (part: '::before' | '::after') =>
    button.evaluate((element, pseudo) => {
      const { backgroundColor, height } = getComputedStyle(element, pseudo)
      const isSeen = backgroundColor !== getComputedStyle(element).backgroundColor
      return { isSeen, isThick: Number.parseFloat(height) >= 2 }
    }, part)
  const seen = { isSeen: true, isThick: true }
  await button.waitFor()
  expect([await drawn('::before'), await drawn('::after')]).toEqual([seen, seen])
  await button.click()
  await heading('How many people').waitFor()
  expect([await drawn('::before'), await drawn('::after')]).toEqual([seen, seen])
})
