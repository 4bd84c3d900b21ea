import type { AnswerValue, Form } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CompiledForm } from '../conversation/compile-form.ts'
import { endingFor } from '../conversation/ending.ts'
import { replay } from '../conversation/replay.ts'
import { turn } from '../conversation/turn.ts'
import { valuesOf } from '../conversation/values.ts'
import { matchRule } from '../routing/match-rule.ts'
import { scoreOf } from '../scoring/score.ts'
import { slaFor } from '../sla/sla-for.ts'
import { randomStakes } from '../testing/random-stakes.ts'
import { stakesOf } from '../testing/stakes.ts'
import type { Stakes } from './stakes.ts'
import { skippable } from './stop-when-decided.ts'

type Given = readonly { readonly questionId: string; readonly value: unknown }[]
type Says = { readonly [id: string]: AnswerValue | null }

/** Answers as far as the conversation asks, at most so many times. */
const converse = (
  form: CompiledForm,
  {
    says,
    given = [],
    skip,
    most = Infinity,
  }: {
    says: Says
    given?: Given
    skip?: readonly string[]
    most?: number
  },
): Given => {
  const answers = [...given]
  for (let times = 0; times < most; times++) {
    const next = turn(form, { answers, skip: new Set(skip) })
    if (next.kind === 'end') break
    answers.push({ questionId: next.question.id, value: says[next.question.id] ?? null })
  }
  return answers
}

const outcomeOf = ({ form, model, routing }: Stakes, answers: Given, skip: readonly string[]) => {
  const {
    path,
    answers: read,
    calculations,
    ending,
    errors,
  } = replay(form, {
    answers,
    skip: new Set(skip),
  })
  const facts = { values: valuesOf(form, { answers: read, calculations }), signals: [] }
  const { lane, flags } = scoreOf(model, facts, { now: 0 })
  const seen = { lane, facts, now: 0 }
  return {
    errors,
    lane,
    excluded: flags.filter((flag) => flag.startsWith('excluded:')),
    target: matchRule(routing, seen).target,
    promise: slaFor(routing, { ...seen, zone: () => 0 })?.sla.policy,
    ending: endingFor(form.form, { ending, lane }).id,
    required: path.filter((id) => form.questions.get(id)?.required),
    consents: path.filter((id) => form.questions.get(id)?.kind === 'consent'),
  }
}

/** Every way of answering every question: yes, no, and nothing where that is allowed. */
const everySaying = ({ questions }: Form): readonly Says[] =>
  questions.reduce<readonly Says[]>(
    (all, { id, kind, required }) =>
      all.flatMap((says) => {
        const values = required
          ? kind === 'consent'
            ? [true]
            : [true, false]
          : [true, false, null]
        return values.map((value) => ({ ...says, [id]: value }))
      }),
    [{}],
  )

test('whatever would be answered, dropping questions changes nothing that the answers decide', () => {
  let dropped = 0
  fc.assert(
    fc.property(
      randomStakes,
      fc.nat(),
      fc.nat({ max: 3 }),
      ({ form, model, routing }, pick, most) => {
        const stakes = stakesOf(form, model, routing)
        const sayings = everySaying(form)
        const given = converse(stakes.form, { says: sayings[pick % sayings.length] ?? {}, most })
        const state = { answers: given }
        const skip = skippable(stakes, { state, signals: [], inList: undefined, now: 0 })
        if (!skip.length) return
        dropped++
        for (const says of sayings) {
          const whole = converse(stakes.form, { says, given })
          const short = converse(stakes.form, { says, given, skip })
          expect(outcomeOf(stakes, short, skip)).toEqual(outcomeOf(stakes, whole, []))
        }
      },
    ),
    { numRuns: 1000 },
  )
  expect(dropped).toBeGreaterThan(100)
})
