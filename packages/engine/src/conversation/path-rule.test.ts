import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomForm } from '../testing/random-forms.ts'
import { compileForm, type CompiledForm } from './compile-form.ts'
import { replay } from './replay.ts'
import { turn } from './turn.ts'
import type { State } from './walk.ts'

type Answers = State['answers']

/** Answers whatever is asked until the end: the next of `choices`, or true, or a skip where allowed. */
const finish = (
  form: CompiledForm,
  { from = [], choices }: { from?: Answers; choices: readonly (boolean | null)[] },
) => {
  const answers = [...from]
  for (let step = 0; ; step++) {
    if (step > 5000) throw new Error('the conversation never ends')
    const next = turn(form, { answers })
    if (next.kind === 'end') return { answers, end: next }
    const choice = choices[step % choices.length] ?? null
    const { id, kind, required } = next.question
    const value = kind === 'statement' ? true : choice === null && required ? true : choice
    answers.push({ questionId: id, value })
  }
}

const choices = fc.array(fc.constantFrom(true, false, null), { minLength: 1, maxLength: 12 })

test('every conversation ends, whatever is answered', () => {
  fc.assert(
    fc.property(randomForm, choices, (form, picks) => {
      const compiled = compileForm(form)
      const { end } = finish(compiled, { choices: picks })
      expect(end.path.length).toBeLessThan(2000)
    }),
  )
})

test('every replay ends, with answers that fit and answers that do not', () => {
  const answers = fc.array(
    fc.record({
      questionId: fc.constantFrom('q0', 'q1', 'q2', 'q5', 'nowhere'),
      value: fc.jsonValue(),
    }),
  )
  fc.assert(
    fc.property(randomForm, answers, (form, given) => {
      expect(replay(compileForm(form), { answers: given }).path.length).toBeLessThanOrEqual(5000)
    }),
  )
})

test('a replay of a live conversation walks the path it took', () => {
  fc.assert(
    fc.property(randomForm, choices, (form, picks) => {
      const compiled = compileForm(form)
      const { answers, end } = finish(compiled, { choices: picks })
      const replayed = replay(compiled, { answers })
      expect(replayed.path).toEqual(end.path)
      expect(replayed.errors).toEqual([])
      expect(replayed.ending).toBe(end.ending)
    }),
  )
})

test('going back and editing equals a straight run with the final answers', () => {
  const edits = fc.array(fc.record({ at: fc.nat(), value: fc.boolean() }), { maxLength: 4 })
  fc.assert(
    fc.property(randomForm, choices, edits, (form, picks, changes) => {
      const compiled = compileForm(form)
      let { answers } = finish(compiled, { choices: picks })
      for (const { at, value } of changes) {
        if (!answers.length) continue
        const place = at % answers.length
        const edited = answers.map((one, index) => (index === place ? { ...one, value } : one))
        answers = finish(compiled, { from: edited, choices: picks }).answers
      }
      // A straight run gives, visit by visit, only the answers that the final path asks for.
      const straight: { questionId: string; value: unknown }[] = []
      const used = new Map<string, number>()
      for (;;) {
        const next = turn(compiled, { answers: straight })
        if (next.kind === 'end') break
        const { id } = next.question
        const visit = used.get(id) ?? 0
        used.set(id, visit + 1)
        straight.push({
          questionId: id,
          value: answers.filter((one) => one.questionId === id)[visit]?.value,
        })
      }
      const edited = replay(compiled, { answers })
      const run = replay(compiled, { answers: straight })
      expect({ ...edited, discarded: [] }).toEqual({ ...run, discarded: [] })
      expect(turn(compiled, { answers })).toEqual(turn(compiled, { answers: straight }))
    }),
  )
})

test('progress never falls on a form without jumps back', () => {
  fc.assert(
    fc.property(randomForm, choices, (form, picks) => {
      const forward = {
        ...form,
        questions: form.questions.map(({ jumps = [], ...question }) => ({
          ...question,
          jumps: jumps.map(({ when, to }) => ({ when, to })),
        })),
      }
      const compiled = compileForm(forward)
      const { answers } = finish(compiled, { choices: picks })
      let progress = 0
      for (let given = 0; given <= answers.length; given++) {
        const next = turn(compiled, { answers: answers.slice(0, given) })
        const now = next.kind === 'end' ? 1 : next.progress
        expect(now).toBeGreaterThanOrEqual(progress)
        progress = now
      }
    }),
  )
})
