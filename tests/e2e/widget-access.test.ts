import AxeBuilder from '@axe-core/playwright'
import type { Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { allKinds, brief, byName, goesOn, titleOf } from './widget-answers.ts'
import { servePictures } from './widget-kinds-form.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, submissions } = stage

const faces = ['card', 'chat'] as const
type Face = (typeof faces)[number]

const open = async (face: Face, questions: readonly Question[] = allKinds.questions) => {
  const host = await begin({ ...allKinds, questions: [...questions] })
  await servePictures(stage.page)
  await openSite(host, { attributes: `async data-face="${face}"` })
  await isAsked(questions[0])
  return host
}

/** The question stands, its input has come, and the engine is there. */
const isAsked = async (question: Question | undefined) => {
  await heading(titleOf(question?.title ?? '')).waitFor()
  await stage.page.locator('.waiting').waitFor({ state: 'detached' })
  await stage.page.locator('bantam-form').getByRole('button', { name: goesOn }).waitFor()
}
const goOn = () => stage.page.getByRole('button', { name: goesOn }).press('Enter')
const inside = () => stage.page.locator('bantam-form .stage')
const alone = (question: Question): Question => ({ ...question, title: titleOf(question.title) })

const looks = faces.flatMap((face) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ face, colorScheme })),
)

test.each(looks)(
  'every kind passes the accessibility rules, as it is asked, refused and answered: $face, $colorScheme',
  async ({ face, colorScheme }) => {
    const { page } = stage
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const found: string[] = []
    const look = async (what: string) => {
      const { violations } = await new AxeBuilder({ page })
        .include('bantam-form')
        .setLegacyMode()
        .analyze()
      for (const { id, nodes } of violations) found.push(`${what}: ${id} ${nodes[0]?.html}`)
    }
    await open(face)
    for (const question of allKinds.questions) {
      await isAsked(question)
      if (question.required) await goOn()
      await look(`${question.kind} ${question.required ? 'refused' : 'asked'}`)
      await byName[question.kind]({ page, title: titleOf(question.title) })
      await look(`${question.kind} answered`)
      await goOn()
    }
    await heading('Thank you, Ann.').waitFor()
    await look('ending')
    expect(found).toEqual([])
  },
  120_000,
)

test.each(faces)(
  'a whole conversation is led by names alone, and the focus goes to each question: %s',
  async (face) => {
    const { page } = stage
    const host = await open(face)
    for (const question of allKinds.questions) {
      const title = titleOf(question.title)
      await isAsked(question)
      if (question !== allKinds.questions[0]) await expect.poll(focused).toContain(title)
      await byName[question.kind]({ page, title })
      await goOn()
    }
    await heading('Thank you, Ann.').waitFor()
    await expect.poll(focused).toContain('Thank you, Ann.')
    expect(submissions(host)).toHaveLength(1)
  },
  60_000,
)

/** What assistive technology says of the focus: its name, what describes it, and the group it is in. */
const focused = () =>
  inside().evaluate((drawn) => {
    const root = drawn.getRootNode() as ShadowRoot
    const element = root.activeElement
    const group = element?.closest('[role=radiogroup], [role=group], table')
    const textOf = (ids: string | null | undefined) =>
      (ids ?? '').split(' ').map((id) => root.getElementById(id)?.textContent ?? '')
    return [
      ...[element, group].flatMap((one) => [
        ...textOf(one?.getAttribute('aria-labelledby')),
        ...textOf(one?.getAttribute('aria-describedby')),
      ]),
      element?.id === 'title' ? element.textContent : '',
    ].join(' ')
  })

test.each(faces)('each question is announced once: %s', async (face) => {
  const { page } = stage
  const questions = allKinds.questions.filter(
    ({ kind }) => kind === 'short-text' || kind === 'date',
  )
  await open(face, questions)
  // How many are left is only known with what comes after the first question.
  await page.getByRole('status').filter({ hasText: 'Up to 2 left' }).waitFor()
  await inside().evaluate((drawn) => {
    const heard: string[] = []
    Reflect.set(window, 'heard', heard)
    const listen = () => {
      const said = drawn.querySelector('[role=status]')?.textContent?.replace(/\s+/g, ' ').trim()
      if (said && said !== heard.at(-1)) heard.push(said)
    }
    listen()
    new MutationObserver(listen).observe(drawn, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  await page.getByRole('textbox').fill('Ann')
  await goOn()
  await isAsked(questions[1])
  await page.getByRole('button', { name: 'Back' }).press('Enter')
  await isAsked(questions[0])
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([
    'Question 1. Up to 2 left',
    'Question 2. Last one',
    'Question 1. Up to 2 left',
  ])
})

test.each(faces)(
  'every target is at least 44 pixels high and wide: %s',
  async (face) => {
    const { page } = stage
    const small: string[] = []
    for (const question of allKinds.questions.map(alone)) {
      await open(face, [question, { id: 'more', kind: 'yes-no', title: 'More?' }])
      if (question.kind === 'file') {
        await page.getByRole('button', { name: question.title }).setInputFiles(brief)
        await page.getByRole('button', { name: 'Remove brief.txt' }).waitFor()
      } else await byName[question.kind]({ page, title: question.title })
      const found = await inside().evaluate((drawn) =>
        [...drawn.querySelectorAll('a, button, input, select, textarea, summary')].flatMap(
          (one) => {
            const { width, height } = (one.closest('label, td div') ?? one).getBoundingClientRect()
            const isSeen =
              getComputedStyle(one).visibility === 'visible' && !one.closest('[hidden]')
            const isSmall = width < 43.9 || height < 43.9
            return isSeen && isSmall ? [`${one.outerHTML.slice(0, 80)}: ${width} × ${height}`] : []
          },
        ),
      )
      small.push(...found.map((one) => `${question.kind}: ${one}`))
    }
    expect(small).toEqual([])
  },
  120_000,
)

test.each(faces)(
  'at 400 percent nothing has to be scrolled sideways: %s',
  async (face) => {
    const { page } = stage
    await page.setViewportSize({ width: 320, height: 256 })
    const wide: string[] = []
    for (const question of allKinds.questions.map(alone)) {
      await open(face, [question])
      const widths = await inside().evaluate((drawn) => {
        const { right } = drawn.getBoundingClientRect()
        const beyond = [...drawn.querySelectorAll('*')].filter(
          (one) => one.getBoundingClientRect().right > right + 1 && !one.closest('.away, [hidden]'),
        )
        return [
          ...(document.documentElement.scrollWidth > innerWidth ? ['page'] : []),
          ...beyond.map((one) => one.outerHTML.slice(0, 80)),
        ]
      })
      wide.push(...widths.map((one) => `${question.kind}: ${one}`))
    }
    expect(wide).toEqual([])
  },
  120_000,
)

test.each(faces)('who asks for less motion sees none: %s', async (face) => {
  const { page } = stage
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(face, allKinds.questions.slice(1, 3))
  await page.getByRole('radio', { name: 'No' }).press('Space')
  await goOn()
  const moving = await inside().evaluate((drawn) =>
    (drawn.getRootNode() as ShadowRoot).getAnimations().map((one) => String(one)),
  )
  expect(moving).toEqual([])
})

test('in forced colours what is picked, and how far it is, can be told', async () => {
  const { page } = stage
  await page.emulateMedia({ forcedColors: 'active' })
  await open(
    'card',
    allKinds.questions.filter(({ kind }) => kind === 'rating'),
  )
  await page.getByRole('radio', { name: '3 of 5' }).press('Space')
  const drawn = await inside().evaluate((stageElement) => {
    const style = (selector: string) => {
      const element = stageElement.parentNode?.querySelector(selector)
      if (!element) throw new Error(`there is no ${selector}`)
      return getComputedStyle(element)
    }
    return {
      reached: style('[data-reached=true] svg').fill,
      open: style('[data-reached=false] svg').fill,
      outline: style('[data-reached=false] svg').stroke,
      ground: style('.stage').backgroundColor,
      submit: style('[type=submit]').borderTopStyle,
    }
  })
  expect(drawn.reached).not.toBe(drawn.ground)
  expect(drawn.reached).not.toBe(drawn.open)
  expect(drawn.outline).not.toBe(drawn.ground)
  expect(drawn.submit).toBe('solid')
})

test('what browsers may fill in by themselves says what it is', async () => {
  const tokens: string[] = []
  const kinds = ['short-text', 'email', 'phone', 'website', 'company', 'contact', 'address']
  for (const question of allKinds.questions.filter(({ kind }) => kinds.includes(kind)).map(alone)) {
    await open('card', [question])
    tokens.push(
      ...(await inside()
        .locator('input')
        .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('autocomplete') ?? ''))),
    )
  }
  expect(tokens.join(' ')).toBe(
    [
      'name email tel',
      'organization off off',
      'url',
      'given-name family-name email tel organization',
      'address-line1 address-line2 address-level2 address-level1 postal-code country-name',
    ].join(' '),
  )
})
