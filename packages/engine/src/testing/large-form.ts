import type { Condition, Form, Jump, Question } from '@bantam/schema'
import { choices, formOf, is, test } from './forms.ts'

/**
 * A long intake as real ones are built: sections of which a gate skips the rest, follow-up questions
 * on earlier answers, early endings, a sum. `questions` and `rules` as counted by people: every
 * show-if, jump and conditional step of a calculation is a rule.
 */
export const largeForm = ({ questions = 389, rules = 291 } = {}): Form => {
  const ids = Array.from({ length: questions }, (_, at) => `q${at}`)
  const built = ids.map((id, at) => questionAt(id, at))
  let left = rules - SUMMED
  const ruled = built.map((question, at): Question => {
    const given = left > 0 ? rulesAt(at, questions) : {}
    left -= (given.showIf ? 1 : 0) + (given.jumps?.length ?? 0)
    return { ...question, ...given }
  })
  const steps = Array.from({ length: SUMMED }, (_, at) => ({
    when: is(`q${at * SECTION}`, true),
    do: 'add' as const,
    value: at + 1,
  }))
  return formOf(ruled, {
    calculations: [{ id: 'sum', type: 'number', start: 0, steps }],
    endings: [
      { id: 'thanks', kind: 'message', title: 'Thank you' },
      { id: 'early', kind: 'message', title: 'That was all' },
    ],
  })
}

/** Questions of a section, its gate first. */
const SECTION = 10
/** Gates that the sum counts. */
const SUMMED = 8

const questionAt = (id: string, at: number): Question => {
  const title = `Question ${at + 1} of the intake`
  if (at % SECTION === 0) return { id, title, kind: 'yes-no', required: true }
  if (at % SECTION === 3)
    return { id, title, kind: 'multiple-choice', choices: choices('One', 'Two', 'Three', 'None') }
  if (at % SECTION === 5) return { id, title, kind: 'number', validation: { min: 0, max: 100 } }
  if (at % SECTION === 7) return { id, title, kind: at === 7 ? 'email' : 'short-text' }
  return {
    id,
    title,
    kind: 'single-choice',
    required: at % 2 === 0,
    choices: choices('A', 'B', 'C'),
  }
}

const rulesAt = (at: number, count: number): { showIf?: Condition; jumps?: Jump[] } => {
  const gate = at - (at % SECTION)
  const before = (by: number) => Math.max(0, gate - by)
  switch (at % SECTION) {
    case 0: {
      const next = gate + SECTION
      const to = next < count ? `question:q${next}` : 'ending:thanks'
      return { jumps: [{ when: is(`q${gate}`, false), to }] }
    }
    case 1:
      return { showIf: { not: is(`q${before(9)}`, 'c') } }
    case 2:
      return { showIf: test(`question:q${gate + 1}`, 'is-any-of', ['a', 'b']) }
    case 4:
      return { showIf: test(`question:q${gate + 3}`, 'contains', 'two') }
    case 6:
      return {
        showIf: {
          any: [
            test(`question:q${gate + 5}`, 'at-least', 50),
            test(`question:q${before(SECTION * 3)}`, 'is', true),
          ],
        },
      }
    case 8:
      return { showIf: test('calculation:sum', 'at-least', 6 + (at % 7)) }
    case 9:
      return {
        jumps: [
          { when: { all: [is(`q${at}`, 'c'), is(`q${gate + 8}`, 'b')] }, to: 'ending:early' },
          { when: is(`q${at}`, 'b'), to: `question:q${Math.min(count - 1, at + 3)}` },
        ],
      }
    default:
      return {}
  }
}
