import type { Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { createConversation } from './conversation.ts'
import { formOf, name, note, size } from './form.example.ts'

const again: Question = {
  id: 'again',
  kind: 'yes-no',
  title: 'Another one?',
  required: true,
  jumps: [
    { when: { ref: 'question:again', op: 'is', value: true }, to: 'question:size', atMost: 1 },
  ],
}

const begin = (questions: Question[], kept?: unknown) => {
  const conversation = createConversation(formOf(questions), { kept })
  const asked = () => {
    const { turn } = conversation
    return turn.kind === 'ask' ? turn.question.id : 'end'
  }
  const answer = (draft: unknown) => {
    const { turn } = conversation
    if (turn.kind === 'end') throw new Error('nothing is asked')
    conversation.hold(turn.question, draft)
    return conversation.give(turn.question)
  }
  return { conversation, asked, answer }
}

test('an accepted answer leads to the next question', () => {
  const { asked, answer } = begin([size, name])
  expect(asked()).toBe('size')
  answer('large')
  expect(asked()).toBe('name')
})

test('a refused or missing answer stays where it is', () => {
  const { asked, answer } = begin([size, name])
  expect(answer('huge').kind).toBe('refused')
  expect(answer(undefined).kind).toBe('empty')
  expect(asked()).toBe('size')
})

test('an optional question may be passed over and is sent as skipped', () => {
  const { conversation, asked, answer } = begin([note])
  answer('  ')
  expect(asked()).toBe('end')
  expect(conversation.answers).toEqual([{ questionId: 'note', value: null }])
})

test('going back asks again with what was answered, and forgets nothing after it', () => {
  const { conversation, asked, answer } = begin([size, name, note])
  answer('large')
  answer('Ann')
  conversation.back()
  conversation.back()
  expect(asked()).toBe('size')
  expect(conversation.draftOf(size)).toBe('large')
  answer('small')
  expect(asked()).toBe('name')
  expect(conversation.draftOf(name)).toBe('Ann')
})

test('a question that a jump leads back to is asked and sent once per visit', () => {
  const { conversation, asked, answer } = begin([size, again])
  answer('small')
  answer(true)
  expect(asked()).toBe('size')
  answer('large')
  answer(false)
  expect(asked()).toBe('end')
  expect(conversation.answers.map(({ value }) => value)).toEqual(['small', true, 'large', false])
})

test('going back from a second visit keeps the first', () => {
  const { conversation, asked, answer } = begin([size, again])
  answer('small')
  answer(true)
  answer('large')
  conversation.back()
  expect(asked()).toBe('size')
  conversation.back()
  expect(asked()).toBe('again')
  expect(conversation.turn.path).toEqual(['size', 'again'])
})

test('answers of a branch left behind and statements are not sent', () => {
  const pricing: Question = {
    id: 'pricing',
    kind: 'short-text',
    title: 'Budget?',
    showIf: { ref: 'question:size', op: 'is', value: 'large' },
  }
  const hello: Question = { id: 'hello', kind: 'statement', title: 'Hello' }
  const { conversation, answer } = begin([hello, size, pricing])
  answer(undefined)
  answer('large')
  answer('much')
  conversation.reopen('size')
  answer('small')
  expect(conversation.answers).toEqual([{ questionId: 'size', value: 'small' }])
})

test.each([
  ['1,200', 1200],
  ['1 200.5', 1200.5],
  ['2,5', 2.5],
  ["1'000'000", 1_000_000],
])('the number %s is read as people mean it', (written, value) => {
  const seats: Question = { id: 'seats', kind: 'number', title: 'Seats?', required: true }
  const { conversation, answer } = begin([seats])
  answer(written)
  expect(conversation.answers).toEqual([{ questionId: 'seats', value }])
})

test('earlier answers are recalled, and their fallback before there are any', () => {
  const { conversation, answer } = begin([name, note])
  expect(conversation.told(note).title).toBe('Friend, what else?')
  answer('Ann')
  expect(conversation.told(note).title).toBe('Ann, what else?')
})

test('what was kept is gone on with, and foreign data is ignored', () => {
  const { conversation, answer } = begin([size, name])
  answer('large')
  const kept: unknown = JSON.parse(JSON.stringify(conversation.kept))
  expect(begin([size, name], kept).asked()).toBe('name')
  for (const odd of [null, 7, 'x', { answers: 'x' }, { answers: [null, { value: 1 }], drafts: 3 }])
    expect(begin([size, name], odd).asked()).toBe('size')
})

test('it knows whether the held draft would end the conversation', () => {
  const { conversation, answer } = begin([size, name])
  conversation.hold(size, 'large')
  expect(conversation.wouldEnd(size)).toBe(false)
  answer('large')
  expect(conversation.wouldEnd(name)).toBe(false)
  conversation.hold(name, 'Ann')
  expect(conversation.wouldEnd(name)).toBe(true)
})

const optional = (id: string): Question => ({ id, kind: 'yes-no', title: id })

test('what need not be asked is left out, but for what is on the screen', () => {
  const { conversation, asked, answer } = begin([size, optional('a'), optional('b'), note])
  answer('large')
  conversation.skip(['a', 'b'], conversation.answers)
  expect(asked()).toBe('a')
  answer(true)
  expect(asked()).toBe('note')
  conversation.back()
  expect(asked()).toBe('a')
})

test('what an answer decided is asked after all once that answer is changed', () => {
  const { conversation, asked, answer } = begin([size, name, optional('a'), note])
  answer('large')
  conversation.skip(['a'], conversation.answers)
  answer('Ann')
  expect(asked()).toBe('note')
  conversation.reopen('size')
  answer('large')
  expect(asked()).toBe('note')
  conversation.reopen('size')
  answer('small')
  expect(asked()).toBe('a')
})

test('an answer that arrives late decides nothing about what was changed since', () => {
  const { conversation, asked, answer } = begin([size, name, optional('a')])
  answer('large')
  const given = conversation.answers
  conversation.back()
  answer('small')
  conversation.skip(['a'], given)
  answer('Ann')
  expect(asked()).toBe('a')
})

test('what need not be asked is remembered over a reload', () => {
  const first = begin([size, name, optional('a'), note])
  first.answer('large')
  first.conversation.skip(['a'], first.conversation.answers)
  first.answer('Ann')
  const kept = JSON.parse(JSON.stringify(first.conversation.kept))
  expect(begin([size, name, optional('a'), note], kept).asked()).toBe('note')
})

test('what need not be asked any more is left out from the next turn on', () => {
  const { conversation, asked, answer } = begin([size, note, name])
  conversation.skip(['size', 'note'])
  expect(asked()).toBe('size')
  answer('large')
  expect(asked()).toBe('name')
  expect(conversation.turn.path).toEqual(['size', 'name'])
  conversation.back()
  expect(asked()).toBe('size')
})

test('an answer that was skipped in between may be taken back', () => {
  const { conversation, asked, answer } = begin([size, note, name])
  conversation.skip(['note'])
  conversation.skip([])
  answer('large')
  expect(asked()).toBe('note')
})

test('what was passed is there with how its answer reads, visit by visit', () => {
  const { conversation, answer } = begin([size, name, again])
  answer('large')
  answer('Ann')
  answer(true)
  answer('small')
  const past = conversation.past.map(({ question, said, visit }) => [question.id, said, visit])
  expect(past).toEqual([
    ['size', 'Large', 0],
    ['name', 'Ann', 0],
    ['again', 'Yes', 0],
    ['size', 'Small', 1],
  ])
})

test('a question asked twice is reopened at the visit that is meant', () => {
  const { conversation, asked, answer } = begin([size, name, again])
  answer('large')
  answer('Ann')
  answer(true)
  answer('small')
  conversation.reopen('size', 1)
  expect(asked()).toBe('size')
  expect(conversation.past.map(({ question }) => question.id)).toEqual(['size', 'name', 'again'])
  conversation.reopen('size')
  expect(conversation.past).toEqual([])
})
