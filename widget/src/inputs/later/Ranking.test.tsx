import type { QuestionOf } from '@bantam/schema'
import { fireEvent } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { ask } from './ask.example.ts'

const question: QuestionOf<'ranking'> = {
  id: 'q',
  kind: 'ranking',
  title: 'What matters most?',
  required: true,
  choices: [
    { id: 'price', label: 'Price' },
    { id: 'speed', label: 'Speed' },
    { id: 'care', label: 'Care' },
  ],
}

afterEach(() => document.body.replaceChildren())

const ranks = (screen: Awaited<ReturnType<typeof ask>>['screen']) =>
  screen.getAllByRole('listitem').map((row) => row.querySelector('label')?.textContent)

test('ticked in order, best first; the last follows by itself', async () => {
  const { screen, submit, sent } = await ask(question)
  fireEvent.click(screen.getByLabelText(/Care/))
  fireEvent.click(screen.getByLabelText(/Price/))
  expect(ranks(screen)).toEqual(['1Care', '2Price', '3Speed'])
  submit()
  expect(await sent()).toEqual(['care', 'price', 'speed'])
})

test('the arrows move a choice, say where it stands, and keep the focus', async () => {
  const { screen, submit, sent, stage } = await ask(question)
  for (const name of [/Price/, /Speed/]) fireEvent.click(screen.getByLabelText(name))
  const up = screen.getByRole('button', { name: 'Move Speed up' })
  fireEvent.click(up)
  expect(ranks(screen)).toEqual(['1Speed', '2Price', '3Care'])
  expect(stage.querySelector('.ranking [role=status]')?.textContent).toBe('Speed is number 1 of 3.')
  const root = stage.getRootNode()
  expect(root instanceof ShadowRoot && root.activeElement).toBe(up)
  fireEvent.click(screen.getByRole('button', { name: 'Move Speed up' }))
  fireEvent.click(screen.getByRole('button', { name: 'Move Speed down' }))
  submit()
  expect(await sent()).toEqual(['price', 'speed', 'care'])
})

test('letters rank, and a ranking that is not finished is refused in words', async () => {
  const { screen, stage, submit } = await ask(question)
  submit()
  expect(screen.getByText('Please put the choices in order to go on.')).toBeTruthy()
  fireEvent.keyDown(stage, { key: 'b' })
  expect(ranks(screen)[0]).toBe('1Speed')
})

test('no more can be ticked than may be ranked', async () => {
  const { screen } = await ask({ ...question, validation: { max: 1 } })
  expect(screen.getByText('Tick the best one.')).toBeTruthy()
  fireEvent.click(screen.getByLabelText(/Price/))
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Speed/ }).disabled).toBe(true)
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Price/ }).disabled).toBe(false)
})

const four: QuestionOf<'ranking'> = {
  ...question,
  choices: [...question.choices, { id: 'fame', label: 'Fame' }],
}

test('letters stop where the boxes are closed, and take back what they ranked', async () => {
  const { screen, stage, submit, sent } = await ask({ ...four, validation: { max: 2 } })
  for (const key of ['a', 'B', 'c', 'd']) fireEvent.keyDown(stage, { key })
  expect(ranks(screen)).toEqual(['1Price', '2Speed', 'CCare', 'DFame'])
  for (const key of ['a', 'd']) fireEvent.keyDown(stage, { key })
  submit()
  expect(await sent()).toEqual(['speed', 'fame'])
})

test('letters rank the last one by itself, say where each stands, and take the focus along', async () => {
  const { screen, stage, submit, sent } = await ask(four)
  const said = () => stage.querySelector('.ranking [role=status]')?.textContent
  const root = stage.getRootNode()
  for (const key of ['d', 'c']) fireEvent.keyDown(stage, { key })
  expect(said()).toBe('Care is number 2 of 2.')
  expect(root instanceof ShadowRoot && root.activeElement).toBe(
    screen.getByRole('checkbox', { name: /Care/ }),
  )
  fireEvent.keyDown(stage, { key: 'c' })
  expect(said()).toBe('Care is no longer ranked.')
  for (const key of ['c', 'a']) fireEvent.keyDown(stage, { key })
  submit()
  expect(await sent()).toEqual(['fame', 'care', 'price', 'speed'])
})

test('whoever presses all the letters has ranked all of them', async () => {
  const { stage, submit, sent } = await ask(four)
  for (const key of ['d', 'a', 'b', 'c']) fireEvent.keyDown(stage, { key })
  submit()
  expect(await sent()).toEqual(['fame', 'price', 'speed', 'care'])
})

test('a letter with a modifier, or after the question has gone, ranks nothing', async () => {
  const { screen, stage, submit, sent } = await ask({ ...question, validation: { min: 1 } })
  fireEvent.keyDown(stage, { key: 'a', ctrlKey: true })
  expect(ranks(screen)).toEqual(['APrice', 'BSpeed', 'CCare'])
  expect(fireEvent.keyDown(stage, { key: 'b' })).toBe(false)
  submit()
  expect(await sent()).toEqual(['speed'])
  expect(fireEvent.keyDown(stage, { key: 'c' })).toBe(true)
})
