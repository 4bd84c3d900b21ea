import type { Form, Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { shortForm } from './widget-form.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, press } = stage

/** More choices than any screen here has room for. */
const tall = (id: string, title: string): Question => ({
  id,
  kind: 'multiple-choice',
  title,
  required: true,
  choices: Array.from({ length: 14 }, (_, at) => ({
    id: `${id}-${at}`,
    label: `${id} number ${at}, said in so many words that it takes a second line on a phone`,
  })),
})
const tallForm: Form = {
  ...shortForm,
  questions: [
    tall('first', 'Which of these?'),
    tall('second', 'And which of those?'),
    { id: 'name', kind: 'short-text', title: 'What is your name?', required: true },
  ],
}

const goOn = () => stage.page.getByRole('button', { name: 'Continue', exact: true })
/** Whether all of it is inside the window. */
const isInSight = (name: string) =>
  stage.page.getByRole('heading', { name }).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })
const focusIsInSight = () =>
  stage.page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    const { top, bottom } = active?.getBoundingClientRect() ?? { top: -1, bottom: 0 }
    return active !== document.body && top >= 0 && bottom <= innerHeight
  })
const openPanel = async (mode: string, attributes = '') => {
  await openSite(await begin(tallForm), {
    attributes: `data-mode="${mode}" data-button-text="Ask us" ${attributes} async`,
  })
  await stage.page.getByRole('button', { name: 'Ask us', exact: true }).click()
  await heading('Which of these?').waitFor()
}

const panels = ['popup', 'slider', 'sidetab', 'popover'].flatMap((mode) =>
  ['card', 'chat'].map((face) => [mode, face] as const),
)

test.each(panels)('in a %s of %ss all of a long question can be reached', async (mode, face) => {
  await stage.page.setViewportSize({ width: 390, height: 700 })
  await openPanel(mode, `data-face="${face}"`)
  await stage.page.getByRole('checkbox').first().check({ force: true })
  await stage.page.mouse.move(195, 350)
  await stage.page.mouse.wheel(0, 9000)
  await expect
    .poll(() =>
      goOn().evaluate((button) => {
        const { x, y, width, height } = button.getBoundingClientRect()
        const root = button.getRootNode()
        return (
          root instanceof ShadowRoot &&
          root.elementFromPoint(x + width / 2, y + height / 2) === button
        )
      }),
    )
    .toBe(true)
  const cross = await stage.page.getByRole('button', { name: 'Close' }).boundingBox()
  expect(cross?.y).toBeGreaterThanOrEqual(0)
  await goOn().click()
  await heading('And which of those?').waitFor()
  await expect.poll(focusIsInSight).toBe(true)
})

test.each(['inline', 'page', 'popup', 'popover'])(
  'a %s brings the next question into sight, and the way to answer it',
  async (mode) => {
    await stage.page.setViewportSize({ width: 390, height: 700 })
    if (mode === 'popup' || mode === 'popover') await openPanel(mode)
    else await openSite(await begin(tallForm), { attributes: `data-mode="${mode}" async` })
    await stage.page.getByRole('checkbox').first().check({ force: true })
    await goOn().click()
    await heading('And which of those?').waitFor()
    await expect.poll(() => isInSight('And which of those?')).toBe(true)
    expect(await focusIsInSight()).toBe(true)
  },
)

test('at four times the size the question and its field are in sight', async () => {
  await stage.page.setViewportSize({ width: 320, height: 256 })
  await openSite(await begin(tallForm))
  for (const name of ['And which of those?', 'What is your name?']) {
    await stage.page.getByRole('checkbox').first().check({ force: true })
    await goOn().click()
    await heading(name).waitFor()
  }
  await expect.poll(focusIsInSight).toBe(true)
})

test.each(['card', 'chat'])(
  'at four times the size no question of a %s lies under the cross',
  async (face) => {
    await stage.page.setViewportSize({ width: 320, height: 256 })
    await openPanel('popup', `data-face="${face}"`)
    await stage.page.getByRole('checkbox').first().check({ force: true })
    await goOn().click()
    await heading('And which of those?').waitFor()
    const cross = await stage.page.getByRole('button', { name: 'Close' }).boundingBox()
    const below = (cross?.y ?? 0) + (cross?.height ?? 0)
    await expect
      .poll(async () => (await heading('And which of those?').boundingBox())?.y)
      .toBeGreaterThanOrEqual(below)
  },
)

test('a refused answer brings its field into sight', async () => {
  await stage.page.setViewportSize({ width: 390, height: 700 })
  await openSite(await begin(tallForm))
  await goOn().click()
  await stage.page.getByText('Please pick an answer').waitFor()
  await expect.poll(focusIsInSight).toBe(true)
})

test('why a list longer than the window is shown again is in sight with its beginning', async () => {
  await stage.page.setViewportSize({ width: 360, height: 640 })
  await openSite(await begin(tallForm))
  await goOn().click()
  const complaint = stage.page.getByText('Please pick an answer')
  await expect.poll(async () => (await complaint.boundingBox())?.y).toBeGreaterThan(0)
  expect((await complaint.boundingBox())?.y).toBeLessThan(600)
  expect(await focusIsInSight()).toBe(true)
})

test('a grid that is not complete has the focus on its open row', async () => {
  const rows = ['Forms', 'Reports'].map((label) => ({ id: label, label }))
  const choices = ['Good', 'Bad'].map((label) => ({ id: label, label }))
  const grid: Question = {
    id: 'grid',
    kind: 'matrix',
    title: 'How is it?',
    rows,
    choices,
    required: true,
  }
  await openSite(await begin({ ...shortForm, questions: [grid] }))
  await stage.page.getByRole('radio', { name: 'Forms Bad' }).check({ force: true })
  await press('Submit')
  const open = stage.page.getByRole('radio', { name: /Reports.*Good/ })
  await expect.poll(() => open.evaluate((one: HTMLElement) => one.matches(':focus'))).toBe(true)
})

test.each([
  ['a chat', 'data-face="chat"'],
  ['another language', 'data-language="fr"'],
])('a panel whose question comes late (%s) has the focus on it', async (_why, attributes) => {
  await openPanel('popup', attributes)
  await stage.page.getByRole('checkbox').first().waitFor()
  await expect
    .poll(() =>
      stage.page
        .getByRole('checkbox')
        .first()
        .evaluate((box) => box.matches(':focus')),
    )
    .toBe(true)
})

test.each(['f/demo', 'f/demo?embed=k7'])(
  'an ending that leads elsewhere leads the page around a frame of %s there',
  async (path) => {
    const host = await begin({
      ...tallForm,
      questions: [{ id: 'name', kind: 'short-text', title: 'What is your name?', required: true }],
    })
    host.replies.push({
      status: 201,
      body: {
        submissionId: 's',
        ending: { id: 'there', kind: 'redirect', title: 'There you go', url: `${host.url}f/demo` },
      },
    })
    await openSite(host, {
      head: `<script>addEventListener('load', () => {
    const frame = document.createElement('iframe')
    frame.src = '${host.url}${path}'
    document.body.prepend(frame)
  })</script>`,
    })
    const frame = stage.page.frameLocator('iframe')
    await frame.getByRole('textbox').fill('Ann')
    await frame.getByRole('button', { name: 'Submit' }).click()
    await expect.poll(() => stage.page.url()).toBe(`${host.url}f/demo`)
  },
)

test('a button of many words stays in its card, and leaves the key beside it whole', async () => {
  const button = 'Understood, and now on to the three questions that are left. '.repeat(3)
  const statement = { id: 'on', kind: 'statement', title: 'Nearly there', button } as const
  const last = { id: 'name', kind: 'short-text', title: 'What is your name?' } as const
  await openSite(await begin({ ...shortForm, questions: [statement, last] }))
  await heading('Nearly there').waitFor()
  const card = await stage.page.locator('.stage').boundingBox()
  const key = await stage.page.locator('.hint').boundingBox()
  expect((key?.x ?? 0) + (key?.width ?? 0)).toBeLessThan((card?.x ?? 0) + (card?.width ?? 0))
  expect(key?.height).toBeLessThan(30)
})
