import type { Form } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading } = stage

const form: Form = {
  schema: 1,
  title: 'Look',
  language: 'en',
  theme: { accent: '#1a7f5c', radius: 2, density: 'compact' },
  questions: [
    {
      id: 'size',
      kind: 'multiple-choice',
      title: 'How big are you?',
      help: 'Roughly.',
      choices: [
        { id: 's', label: 'Small' },
        { id: 'l', label: 'Large' },
      ],
    },
    { id: 'name', kind: 'short-text', title: 'Who are you?' },
  ],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you.' }],
}

/** The least contrast found in what stands on the screen, each with where it was found. */
interface Contrast {
  readonly accent: string
  readonly pair: string
  readonly ratio: number
  readonly least: number
}

/** Draws the widget in each accent and measures every pair of colours, as WCAG 2.2 defines contrast. */
const tooFaint = (accents: readonly string[]): Promise<Contrast[]> =>
  stage.page.locator('bantam-form').evaluate((host, colours) => {
    const { shadowRoot: root } = host
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!root || !canvas || !(host instanceof HTMLElement)) throw new Error('nothing is drawn')
    const luminanceOf = (colour: string) => {
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const contrast = (one: string, other: string) => {
      const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
      return (light + 0.05) / (dark + 0.05)
    }
    const styleOf = (selector: string, part?: string) => {
      const element = root.querySelector(selector)
      if (!element) throw new Error(`there is no ${selector}`)
      return getComputedStyle(element, part)
    }
    const found: Contrast[] = []
    for (const accent of colours) {
      host.style.setProperty('--bantam-accent', accent)
      const ground = styleOf('.stage').backgroundColor
      const tint = styleOf('.row:has(:checked)').backgroundColor
      const button = styleOf('[type=submit]')
      const tick = styleOf(':checked + kbd')
      const strong = styleOf('.row:has(:checked)').borderTopColor
      const quiet = styleOf('.help').color
      const pairs = {
        'title on ground': [styleOf('h2').color, ground, 4.5],
        'help on ground': [quiet, ground, 4.5],
        'hint on ground': [styleOf('.hint').color, ground, 4.5],
        'optional on ground': [styleOf('small').color, ground, 4.5],
        'label on tint': [styleOf('.row:has(:checked) span').color, tint, 4.5],
        'quiet on tint': [quiet, tint, 4.5],
        'button’s words': [button.color, button.backgroundColor, 4.5],
        'button’s edge on ground': [button.borderTopColor, ground, 3],
        'tick in its box': [
          styleOf(':checked + kbd', '::after').borderRightColor,
          tick.backgroundColor,
          3,
        ],
        'box of a tick on tint': [tick.borderTopColor, tint, 3],
        'empty box on ground': [styleOf(':not(:checked) + kbd').borderTopColor, ground, 3],
        'picked row on ground': [strong, ground, 3],
        'progress on its way': [strong, styleOf('progress').backgroundColor, 3],
        'focus on ground': [
          styleOf(':focus-visible, .row:has(:focus-visible)').outlineColor,
          ground,
          3,
        ],
      } as const
      for (const [pair, [one, other, least]] of Object.entries(pairs)) {
        const ratio = contrast(one, other)
        if (ratio < least) found.push({ accent, pair, ratio, least })
      }
    }
    return found
  }, accents)

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((colour) => `#${colour.toString(16).padStart(6, '0')}`)
const extremes = ['#000000', '#ffffff', '#ffff00', '#0000ff', '#ff0000', '#00ff00', '#777777']

const open = async (colorScheme: 'light' | 'dark') => {
  await stage.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await openSite(await begin(form))
  await heading('How big').waitFor()
  await stage.page.getByText('left').waitFor()
  await stage.page.getByRole('checkbox', { name: 'Small' }).focus()
  await stage.page.keyboard.press('Space')
}

test.each(['light', 'dark'] as const)(
  'whatever the accent, everything can be read and seen, %s',
  async (colorScheme) => {
    await open(colorScheme)
    expect(await tooFaint(extremes)).toEqual([])
    await fc.assert(
      fc.asyncProperty(fc.array(hex, { minLength: 60, maxLength: 60 }), async (accents) => {
        expect(await tooFaint(accents)).toEqual([])
      }),
      { numRuns: 8, endOnFailure: true },
    )
  },
)

const lookOf = () =>
  stage.page.getByRole('button', { name: 'Continue' }).evaluate((button) => {
    const { backgroundColor, borderTopLeftRadius, fontFamily } = getComputedStyle(button)
    return [backgroundColor, borderTopLeftRadius, fontFamily]
  })

test('a form has its own look, the snippet may say otherwise, and the page has the last word', async () => {
  const head = '<style>body { font-family: Courier }</style>'
  const host = await begin(form)
  await openSite(host, { head })
  await heading('How big').waitFor()
  expect(await lookOf()).toEqual(['rgb(26, 127, 92)', '2px', 'Courier'])
  const attributes =
    'async data-theme-accent="#123456" data-theme-radius="9" data-theme-font="system"'
  await openSite(host, { head, attributes })
  await heading('How big').waitFor()
  expect(await lookOf()).toEqual(['rgb(18, 52, 86)', '9px', 'system-ui, sans-serif'])
  const own =
    '<style>:root { --bantam-accent: #ff0; --bantam-radius: 1px; --bantam-font: serif }</style>'
  await openSite(host, { head: own, attributes })
  await heading('How big').waitFor()
  expect(await lookOf()).toEqual(['rgb(255, 255, 0)', '1px', 'serif'])
})

test.each([
  [{ mode: 'dark' as const }, 'async', 'dark'],
  [{ mode: 'dark' as const }, 'async data-theme="light"', 'light'],
  [{ mode: 'auto' as const }, 'async', 'light'],
])('a form whose theme is %o with a tag that says %s is %s', async (theme, attributes, mode) => {
  await openSite(await begin({ ...form, theme }), { attributes })
  await heading('How big').waitFor()
  const ground = await stage.page
    .locator('bantam-form .stage')
    .evaluate((drawn) => getComputedStyle(drawn).backgroundColor)
  expect(ground).toBe(mode === 'dark' ? 'rgb(24, 25, 27)' : 'rgb(255, 255, 255)')
})
