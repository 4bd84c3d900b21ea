import type { Question } from '@bantam/schema'
import { isObject, partOf } from './check.ts'
import { fits, isQuestion, questionChecks } from './question-checks.ts'

/**
 * The question as the kind of `blank`, with all it had that the new kind can hold: limits only where
 * both kinds limit the same thing, choices without their pictures, as many as there may be. The very
 * same question when it is of that kind already or `blank` lacks what the kind needs.
 */
export const withKind = (question: Question, blank: Question): Question => {
  if (question.kind === blank.kind || !isQuestion(blank)) return question
  const carried = Object.keys(questionChecks[blank.kind]).flatMap((name) => {
    const value = candidates(question, name).find(
      (each) => each !== undefined && fits(blank.kind, { name, value: each }),
    )
    return value === undefined || !measuresAlike(question, { name, blank }) ? [] : [[name, value]]
  })
  const { id: _id, title: _title, ...rest } = blank
  return { ...rest, ...Object.fromEntries(carried) }
}

const candidates = (question: Question, name: string): readonly unknown[] => {
  const value = partOf(question, name)
  if (name !== 'choices' || !Array.isArray(value)) return [value]
  const plain = value.map((choice: unknown) =>
    isObject(choice) ? { id: partOf(choice, 'id'), label: partOf(choice, 'label') } : choice,
  )
  return [value, plain, plain.slice(0, 100), plain.slice(0, 50), plain.slice(0, 20)]
}

const measuresAlike = (
  question: Question,
  { name, blank }: { name: string; blank: Question },
): boolean =>
  name !== 'validation' ||
  questionChecks[question.kind].validation === questionChecks[blank.kind].validation
