import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { launch } from '../browser.ts'
import type { Gallery } from './gallery.ts'

interface Picture {
  readonly path: string
  readonly width?: number
  readonly height?: number
  readonly isDark?: boolean
  /** Of the page's own style: what the picture leaves out, and how much room a form has. */
  readonly style?: string
  readonly act?: (page: Page) => Promise<void>
  readonly whole?: boolean
}

const sheet = (columns: number, height: number) => `
  nav, h1, .about, .jumps, details { display: none }
  body { display: block !important }
  main { max-inline-size: none; padding: 20px }
  .exhibits { grid-template-columns: repeat(${columns}, 1fr); gap: 20px }
  bantam-form { --bantam-height: ${height}px }`
const alone = `nav, h1, .about, .jumps, section > header { display: none }
  body { display: block !important } main { max-inline-size: none; padding: 0 } .exhibits { display: block }
  bantam-form { --bantam-height: 100vh }`

const only = (path: string, ...names: readonly string[]) =>
  `${path}?${names.map((name) => `only=${encodeURIComponent(name)}`).join('&')}`

const aside = { width: 1080, height: 640, act: open }

/** What stands in the documentation, by the name of the file. */
const pictures: { readonly [name: string]: Picture } = {
  gallery: { path: '/', height: 860 },
  'gallery-texts': {
    path: only(
      '/kinds',
      'short-text',
      'long-text',
      'email',
      'phone',
      'website',
      'number',
      'date',
      'dropdown',
      'statement',
    ),
    style: sheet(3, 360),
    whole: true,
  },
  'gallery-choices': {
    path: only(
      '/kinds',
      'single-choice',
      'yes-no',
      'multiple-choice',
      'picture-choice',
      'ranking',
      'consent',
      'rating',
      'scale',
      'file',
    ),
    style: sheet(3, 420),
    whole: true,
    act: async (page) => {
      await tick(
        page,
        'Online forms',
        'A shared mailbox',
        'Speed of the first answer',
        'Rooms of two to four',
        '8',
      )
      await page.getByRole('radio', { name: '4 of 5' }).press('Space')
    },
  },
  'gallery-blocks': {
    path: only('/kinds', 'contact', 'address', 'company', 'scheduling'),
    style: sheet(2, 420),
    whole: true,
  },
  'gallery-chat': {
    path: only('/faces', 'Card', 'Chat'),
    height: 760,
    style: sheet(2, 640),
    act: async (page) => {
      for (const name of ['Card', 'Chat']) await converse(page, name)
    },
  },
  'gallery-popup': { ...aside, path: '/popup' },
  'gallery-slider': { ...aside, path: '/slider' },
  'gallery-sidetab': { ...aside, path: '/sidetab' },
  'gallery-popover': { ...aside, path: '/popover' },
  'gallery-themes': {
    path: '/themes',
    width: 1480,
    style: sheet(4, 500),
    whole: true,
    act: async (page) => {
      for (const one of await page.getByRole('radio', { name: '51–200' }).all())
        await one.press('Space')
    },
  },
  'gallery-languages': { path: '/languages', width: 1600, style: sheet(5, 360), whole: true },
  'gallery-endings': {
    path: only('/endings', 'message', 'booking', 'asset'),
    style: sheet(3, 480),
    whole: true,
    act: async (page) => {
      for (const section of await page.getByRole('region').all()) await finish(section, page)
    },
  },
}

/** Side by side in one picture: what a phone shows. */
const phones: readonly Picture[] = [
  { path: only('/kinds', 'single-choice') },
  { path: only('/kinds', 'matrix'), isDark: true },
  {
    path: only('/kinds', 'contact'),
    act: (page) => page.getByRole('button', { name: 'Continue' }).tap(),
  },
  { path: only('/kinds', 'ranking'), isDark: true, act: (page) => tick(page, 'Support', 'Price') },
  { path: only('/languages', 'العربية') },
]

/** Takes every picture of the documentation into a folder. */
export const takePictures = async (
  gallery: Gallery,
  folder: string,
): Promise<readonly string[]> => {
  mkdirSync(folder, { recursive: true })
  const browser = await launch()
  const fileOf = (name: string) => join(folder, `${name}.png`)
  try {
    for (const [name, picture] of Object.entries(pictures))
      await take(browser, { ...picture, url: gallery.url, file: fileOf(name) })
    await takePhones(browser, { url: gallery.url, file: fileOf('gallery-phones') })
  } finally {
    await browser.close()
  }
  return [...Object.keys(pictures), 'gallery-phones'].map(fileOf)
}

interface Taken extends Picture {
  readonly url: string
  readonly file?: string
  readonly isPhone?: boolean
}

const take = async (
  browser: Browser,
  {
    url,
    file,
    path,
    width = 1280,
    height = 800,
    isPhone = false,
    isDark,
    style,
    act,
    whole,
  }: Taken,
) => {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    isMobile: isPhone,
    hasTouch: isPhone,
  })
  const page = await context.newPage()
  await page.goto(`${url}${path}`)
  if (style) await page.addStyleTag({ content: style })
  await page.waitForLoadState('networkidle')
  await act?.(page)
  await page.mouse.move(0, 0)
  // Pictures load as they come near.
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(400)
  const shot = await page.screenshot({
    ...(file !== undefined && { path: file }),
    fullPage: whole === true,
  })
  await context.close()
  return shot
}

const takePhones = async (browser: Browser, { url, file }: { url: string; file: string }) => {
  const shots: Buffer[] = []
  for (const phone of phones)
    shots.push(
      await take(browser, { ...phone, url, width: 390, height: 844, isPhone: true, style: alone }),
    )
  const page = await browser.newPage({ viewport: { width: 5 * 390 + 6 * 24, height: 892 } })
  await page.setContent(
    `<body style="margin:24px;display:flex;gap:24px;background:#e0e1e6">${shots
      .map(
        (shot) =>
          `<img style="border-radius:24px" src="data:image/png;base64,${shot.toString('base64')}">`,
      )
      .join('')}`,
  )
  await page.screenshot({ path: file })
  await page.close()
}

const tick = async (page: Page, ...names: readonly string[]) => {
  for (const name of names)
    await page
      .getByRole('checkbox', { name, exact: true })
      .or(page.getByRole('radio', { name, exact: true }))
      .first()
      .press('Space')
}

async function open(page: Page) {
  await page.getByRole('button', { name: 'Request a demo' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('Ann')
  await page.keyboard.press('Enter')
  await page.getByText('Nice to meet you').waitFor()
}

/** The first questions of the demo workspace's form. */
const converse = async (page: Page, name: string) => {
  const form = page.getByRole('region', { name, exact: true })
  for (const said of ['Ann', 'ann@acme.example']) {
    await form.getByRole('textbox').fill(said)
    await form.getByRole('textbox').press('Enter')
    await page.waitForTimeout(600)
  }
}

const finish = async (form: ReturnType<Page['getByRole']>, page: Page) => {
  await form.getByRole('radio', { name: 'Yes' }).press('Space')
  // Nobody's form is sent within a blink.
  await page.waitForTimeout(1600)
  await form.getByRole('button', { name: 'Submit' }).click()
  await form.locator('.ended').waitFor()
}

/** Bytes of all pictures together. */
export const weigh = (files: readonly string[]): number =>
  files.reduce((total, file) => total + readFileSync(file).length, 0)
