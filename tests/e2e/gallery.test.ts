import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../browser.ts'
import { startGallery, type Gallery } from '../gallery/gallery.ts'
import type { Exhibit, Room } from '../gallery/rooms.ts'

let browser: Browser
let gallery: Gallery

beforeAll(async () => {
  gallery = await startGallery()
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await gallery?.stop()
})

test('the gallery has a room for everything that a form can be', async () => {
  const exhibitsOf = (path: string) =>
    gallery.rooms.find((room) => room.path === path)?.exhibits.length ?? 0
  expect([exhibitsOf('/kinds'), exhibitsOf('/kinds-chat')]).toEqual([23, 23])
  expect([exhibitsOf('/languages'), exhibitsOf('/endings')]).toEqual([10, 4])
  const page = await browser.newPage()
  await page.goto(gallery.url)
  for (const { path, title } of gallery.rooms) {
    const door = page.getByRole('link', { name: title }).first()
    expect(await door.getAttribute('href')).toBe(path)
  }
  await page.close()
})

test('every exhibit asks its first question, says what all in it is called and stays inside the page', async () => {
  const page = await browser.newPage()
  const found: string[] = []
  let place = ''
  const trouble = (what: string) => void found.push(`${place}: ${what}`)
  page.on('pageerror', ({ message }) => trouble(message))
  page.on('console', (line) => line.type() === 'error' && trouble(line.text()))
  for (const room of gallery.rooms) {
    place = room.path
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${gallery.url}${room.path}`)
    for (const exhibit of room.exhibits)
      for (const fault of await faultsOf(page, { room, exhibit }))
        trouble(`${exhibit.name}: ${fault}`)
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 })
      for (const fault of await overflows(page)) trouble(fault)
    }
  }
  await page.close()
  expect(found).toEqual([])
})

const faultsOf = async (page: Page, shown: { room: Room; exhibit: Exhibit }): Promise<string[]> => {
  const form = await formOn(page, shown)
  const question = form.getByRole('heading', { name: shown.exhibit.asks })
  const stands = await question
    .first()
    .waitFor({ timeout: 10_000 })
    .then(
      () => true,
      () => false,
    )
  if (!stands) return [`does not ask "${shown.exhibit.asks}"`]
  // Its input comes in a chunk of its own.
  await form.locator('.waiting').waitFor({ state: 'detached' })
  return nameless(await form.ariaSnapshot())
}

/** Where the form is once it is there: some wait until they are opened. */
const formOn = async (page: Page, { room, exhibit }: { room: Room; exhibit: Exhibit }) => {
  if (room.setting === 'bare') return page.locator('body')
  if (exhibit.snippet.startsWith('<iframe')) {
    await page.locator('iframe').scrollIntoViewIfNeeded()
    return page.frameLocator('iframe').locator('body')
  }
  const region = page.getByRole('region', { name: exhibit.name, exact: true })
  if (exhibit.begins === 'form') return region
  if (exhibit.begins === 'button')
    await page.getByRole('button', { name: 'Request a demo' }).click()
  await openings[room.path]?.(page)
  return page.getByRole('dialog')
}

/** What a visitor does until a form opens by itself. */
const openings: { readonly [path: string]: (page: Page) => Promise<unknown> } = {
  '/opens-scroll': async (page) => {
    await settled(page)
    await page.mouse.wheel(0, 10_000)
  },
  '/opens-exit': async (page) => {
    await settled(page)
    await page.evaluate(() =>
      document.body.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientY: -1 })),
    )
  },
}

/** All is loaded, and nothing has opened unasked. */
const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  expect(await page.getByRole('dialog').count()).toBe(0)
}

/** Controls of an accessibility tree that have a role and no name. */
const nameless = (tree: string): string[] => {
  const controls =
    tree.match(
      /^ *- (?:textbox|radio|checkbox|combobox|spinbutton|button|link|progressbar).*$/gm,
    ) ?? []
  return controls.length === 0
    ? ['has nothing to answer with']
    : controls.filter((line) => !line.includes('"')).map((line) => `nameless:${line}`)
}

/** What is wider than the place it stands in: the page, or a form within itself. */
const overflows = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const stages = [...document.querySelectorAll('bantam-form')].flatMap(
      (host) => host.shadowRoot?.querySelector('.stage') ?? [],
    )
    return [document.documentElement, ...stages]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(
        (one) => `${one.className || 'the page'} is ${one.scrollWidth} wide in ${one.clientWidth}`,
      )
  })
