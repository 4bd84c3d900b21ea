import type { Form, GivenAnswer, Lane, Question } from '@bantam/schema'
import { fireEvent, within } from '@testing-library/preact'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createMemoryStorage, createMemoryTransport, mount } from './index.ts'
import { partWords } from './inputs/later/part-words.ts'
import { english } from './speech.ts'
import { words } from './words.ts'

interface Transcript {
  readonly name: string
  readonly form: Form
  readonly hidden?: Record<string, string>
  readonly turns: readonly {
    readonly asks: string
    readonly says?: string
    readonly answer: unknown
  }[]
  readonly abandoned?: readonly GivenAnswer[]
  readonly ending: string
  readonly lane?: Lane
}

const folder = join(import.meta.dirname, '../../tests/conversations')
const transcripts = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): Transcript => JSON.parse(readFileSync(join(folder, name), 'utf8')))

let leave = () => {}
afterEach(() => leave())

test.each(transcripts)('a visitor is led through: $name', async (transcript) => {
  const { form, turns, hidden, lane = 'nurture', abandoned = [] } = transcript
  const storage = createMemoryStorage()
  storage.write('preview:0', { answers: abandoned, drafts: {} })
  leave = mount(document.body, {
    definition: form,
    mode: 'inline',
    transport: createMemoryTransport(form, { lane: () => lane }),
    storage,
    navigate: () => {},
    ...(hidden && { hidden }),
  })
  const screen = within(
    document.body.lastElementChild?.shadowRoot?.firstElementChild as HTMLElement,
  )

  for (const { asks, says, answer } of turns) {
    const question = form.questions.find(({ id }) => id === asks)
    if (!question) throw new Error(`the form does not ask ${asks}`)
    const title = says ?? question.title
    expect(screen.getByRole('heading').textContent?.replace(` ${words.optional}`, '')).toBe(title)
    if (answer !== null) await answerIt(screen, question, answer)
    fireEvent.click(screen.getByRole('button', { name: buttonOf(question) }))
  }
  const title = form.endings.find(({ id }) => id === transcript.ending)?.title ?? ''
  await screen.findByRole('heading', {
    name: new RegExp(`^${title.replace(/\{\{.*?\}\}/g, '.+')}$`),
  })
})

const buttonOf = (question: Question) =>
  question.kind === 'statement' && question.button
    ? question.button
    : new RegExp(`^(${words.next}|${words.submit})$`)

/** Finds the control by what it is called, as a visitor does. */
const answerIt = async (screen: ReturnType<typeof within>, question: Question, answer: unknown) => {
  const labelOf = (id: unknown) =>
    'choices' in question ? question.choices.find((choice) => choice.id === id)?.label : undefined
  const write = (name: RegExp | string, text: unknown) =>
    fireEvent.input(screen.getByLabelText(name), { target: { value: String(text) } })
  const pick = (role: 'radio' | 'checkbox', name: string) =>
    fireEvent.click(screen.getByRole(role, { name }))
  const pickOrWrite = (role: 'radio' | 'checkbox', one: unknown) => {
    const label = labelOf(one)
    pick(role, label ?? words.other)
    if (!label) write(words.otherText, Object(one).other)
  }
  switch (question.kind) {
    case 'statement':
      return
    case 'yes-no':
      return pick('radio', answer ? words.yes : words.no)
    case 'single-choice':
      return pickOrWrite('radio', answer)
    case 'multiple-choice':
      return [answer].flat().forEach((one) => pickOrWrite('checkbox', one))
    case 'rating':
      return pick('radio', english.fill(words.ofSteps, String(answer), question.steps ?? 5))
    case 'scale':
      return pick('radio', String(answer))
    case 'dropdown':
      return void fireEvent.change(screen.getByRole('combobox'), { target: { value: answer } })
    case 'consent': {
      const box = screen.getByRole('checkbox')
      return void (answer && fireEvent.click(box))
    }
    case 'contact':
    case 'address':
    case 'company': {
      await screen.findAllByRole('textbox')
      const names = partWords[question.kind]
      return Object.entries(Object(answer)).forEach(([part, text]) =>
        write(new RegExp(`^${Reflect.get(names, part)}( ${words.optional})?$`), text),
      )
    }
    case 'picture-choice':
      await screen.findAllByRole('radio')
      return pickOrWrite('radio', answer)
    case 'ranking':
      await screen.findAllByRole('checkbox')
      return [answer].flat().forEach((one) => {
        const box = screen.getByRole('checkbox', { name: new RegExp(labelOf(one) ?? '') })
        // The last follows by itself.
        if (box instanceof HTMLInputElement && !box.checked) fireEvent.click(box)
      })
    case 'matrix':
      await screen.findAllByRole('radio')
      return question.rows.forEach(({ id, label }) => {
        const row = within(screen.getByRole('group', { name: label }))
        fireEvent.click(
          row.getByRole('radio', { name: labelOf(Reflect.get(Object(answer), id)) ?? '' }),
        )
      })
    case 'file': {
      const field = await screen.findByLabelText(/./, { selector: '[type=file]' })
      fireEvent.change(field, { target: { files: [new File(['brief'], 'brief.txt')] } })
      return void (await screen.findByRole('button', { name: 'Remove brief.txt' }))
    }
    case 'scheduling':
      return void fireEvent.click(await screen.findByRole('checkbox'))
    default:
      return void fireEvent.input(screen.getByLabelText(/./, { selector: 'input, textarea' }), {
        target: { value: String(answer) },
      })
  }
}
