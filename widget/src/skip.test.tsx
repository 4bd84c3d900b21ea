import type { Question } from '@bantam/schema'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { formOf, name, note, size } from './form.example.ts'
import { openVisit } from './open-visit.ts'
import { createMemoryStorage } from './storage.ts'
import type { Transport } from './transport.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const optional = (id: string): Question => ({ id, kind: 'yes-no', title: id })

/** A visit to a server that answers every partial answer, the first with the conversation, when it answers at all. */
const visit = (
  save: NonNullable<Transport['save']>,
  questions: Question[] = [size, optional('a'), optional('b'), name, note],
) => {
  const definition = formOf(questions)
  const opened = openVisit({
    definition,
    version: 1,
    transport: {
      start: async ({ seq = 0, answers = [] }) => ({
        conversationId: 'c',
        ...(await save('c', { seq, answers })),
      }),
      save,
      submit: async () => ({ kind: 'later' }),
    },
    storage: createMemoryStorage(),
    outbox: createMemoryStorage(),
    name: 'form',
  })({ signal: new AbortController().signal, onScene: () => {} })
  const asked = () => (opened.scene.kind === 'ask' ? opened.scene.question.id : opened.scene.kind)
  const say = (draft: unknown) => {
    opened.change(draft)
    opened.next()
  }
  return { opened, asked, say }
}

test('what the server says need not be asked is left out from the next question on', async () => {
  const { asked, say } = visit(async () => ({ skip: ['a', 'b', 'note'] }))
  say('large')
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked()).toBe('a')
  say(true)
  expect(asked()).toBe('name')
})

test('nobody waits for a server that does not answer, or answers nonsense', async () => {
  for (const save of [() => new Promise<never>(() => {}), async () => ({ skip: 7 as never })]) {
    const { asked, say } = visit(save)
    say('large')
    await vi.advanceTimersByTimeAsync(1000)
    say(true)
    expect(asked()).toBe('b')
  }
})

test('what the server would refuse is asked again at the next step, unless it was changed by then', async () => {
  const errors = [{ path: 'answers.size', code: 'pattern-mismatch', message: 'Not that one.' }]
  const { opened, asked, say } = visit(async (_, { answers }) =>
    Object(answers[0]).value === 'large' ? { skip: [], errors } : { skip: [] },
  )
  say('large')
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked()).toBe('a')
  say(true)
  expect(opened.scene).toMatchObject({
    kind: 'ask',
    question: { id: 'size' },
    draft: 'large',
    error: { message: 'Not that one.' },
  })
  say('small')
  expect(asked()).toBe('b')
  await vi.advanceTimersByTimeAsync(1000)
  say(true)
  expect(asked()).toBe('name')
  opened.back(opened.past?.[0])
  say('large')
  await vi.advanceTimersByTimeAsync(1000)
  opened.back(opened.past?.[0])
  say('small')
  expect(asked()).toBe('name')
  say('Ann')
  expect(asked()).toBe('note')
})

test('a well-known free address is told at once where a work address is asked for', () => {
  const email: Question = { ...name, id: 'email', kind: 'email', validation: { business: true } }
  const { opened, asked, say } = visit(async () => ({ skip: [] }), [email, optional('a')])
  say('ann@gmail.com')
  expect(opened.scene).toMatchObject({
    error: { message: 'Please enter your work email address.' },
  })
  say('ann@acme.example')
  expect(asked()).toBe('a')
})
