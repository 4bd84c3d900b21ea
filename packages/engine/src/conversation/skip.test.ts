import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formOf, is, shortText } from '../testing/forms.ts'
import { randomForm } from '../testing/random-forms.ts'
import { compileForm } from './compile-form.ts'
import { replay } from './replay.ts'
import { turn } from './turn.ts'

const form = compileForm(
  formOf([
    shortText('a'),
    shortText('b', { jumps: [{ when: is('b', 'on'), to: 'question:d' }] }),
    shortText('c'),
    shortText('d', { required: true }),
  ]),
)
const given = (...ids: string[]) => ids.map((questionId) => ({ questionId, value: 'on' }))

test('a skipped question is not asked, does not count and passes as unanswered', () => {
  const skip = new Set(['b', 'c'])
  expect(turn(form, { answers: given('a'), skip })).toMatchObject({
    kind: 'ask',
    question: { id: 'd' },
    path: ['a', 'd'],
    answered: 1,
    remaining: 1,
  })
  const first = turn(form, { answers: [], skip })
  expect(first).toMatchObject({ remaining: 2 })
})

test('an answer that was given all the same counts', () => {
  const next = turn(form, { answers: given('a', 'b'), skip: new Set(['b', 'c']) })
  expect(next).toMatchObject({ kind: 'ask', question: { id: 'd' }, path: ['a', 'b', 'd'] })
})

test('on random forms nothing that is skipped is asked, and a replay comes to the same', () => {
  fc.assert(
    fc.property(randomForm, fc.nat(), fc.array(fc.boolean()), (document, bits, says) => {
      const random = compileForm(document)
      const ids = document.questions.flatMap(({ id, kind, required }) =>
        required || kind === 'statement' ? [] : [id],
      )
      const skip = new Set(ids.filter((_, at) => bits & (1 << at)))
      const answers: { questionId: string; value: unknown }[] = []
      let next = turn(random, { answers, skip })
      while (next.kind === 'ask' && answers.length < 40) {
        const { id } = next.question
        expect(skip.has(id)).toBe(false)
        answers.push({ questionId: id, value: says[answers.length] ?? true })
        next = turn(random, { answers, skip })
      }
      if (next.kind === 'ask') return
      const replayed = replay(random, { answers, skip })
      expect([...replayed.answers]).toEqual([...next.answers])
      expect(replayed.ending).toBe(next.ending)
      expect(replayed.errors).toEqual([])
    }),
    { numRuns: 300 },
  )
})
