import AxeBuilder from '@axe-core/playwright'
import type { Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { allKinds, byName, goesOn, titleOf } from './widget-answers.ts'
import { servePictures } from './widget-kinds-form.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading } = stage

const places = (['popup', 'slider', 'sidetab', 'popover', 'page'] as const).flatMap((mode) =>
  (['card', 'chat'] as const).map((face) => ({ mode, face })),
)

/** A page that must not scroll is as high as its own box to the rules, and what floats below that is cut off. */
const head = '<style>body { min-height: 3000px }</style>'

/** Inline is walked question by question elsewhere, refusals included. */
const open = async ({ mode, face }: (typeof places)[number]) => {
  const host = await begin({ ...allKinds, theme: { ...allKinds.theme, face } })
  await servePictures(stage.page)
  if (mode === 'page') return void (await stage.page.goto(`${host.url}f/demo`))
  await openSite(host, { head, attributes: `async data-mode="${mode}" data-button-text="Ask us"` })
  await stage.page.getByRole('button', { name: 'Ask us', exact: true }).click()
}

/** Where there is no room for a table, a matrix has a group for each of its rows. */
const answer = async (question: Question, title: string): Promise<void> => {
  const { page } = stage
  const rows = page.locator('bantam-form fieldset')
  if (question.kind !== 'matrix' || !(await rows.first().isVisible()))
    return void (await byName[question.kind]({ page, title }))
  for (const { label } of question.rows)
    await page.getByRole('group', { name: label }).getByRole('radio').first().press('Space')
}

test.each(places)(
  'every kind passes the accessibility rules in a $mode, light and dark: $face',
  async (place) => {
    const { page } = stage
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const found: string[] = []
    const look = async (what: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const axe = new AxeBuilder({ page }).include('bantam-form').setLegacyMode()
        // Of all rules only contrast knows of colours.
        if (colorScheme === 'dark') axe.withRules(['color-contrast'])
        for (const { id, nodes } of (await axe.analyze()).violations)
          found.push(`${what}, ${colorScheme}: ${id} ${nodes[0]?.html}`)
      }
    }
    await open(place)
    for (const question of allKinds.questions) {
      const title = titleOf(question.title)
      await heading(title).waitFor()
      await page.locator('.waiting').waitFor({ state: 'detached' })
      await look(question.kind)
      await answer(question, title)
      await page.getByRole('button', { name: goesOn }).press('Enter')
    }
    await heading('Thank you, Ann.').waitFor()
    await look('ending')
    expect(found).toEqual([])
  },
  120_000,
)
