import type { Question, QuestionOf } from '@bantam/schema'
import { words } from '../words.ts'

/** One thing to pick, and what the draft becomes by picking it. */
export interface Pick {
  readonly id: string
  readonly label: string
  /** The key that picks it, if any. */
  readonly key: string | undefined
  readonly isPicked: boolean
  readonly draft: unknown
  /** Whether a text is asked for once it is picked. */
  readonly isOther?: boolean
}

/** What a question offers to pick from; nothing for kinds that are written. */
export const picksOf = (question: Question, draft: unknown): readonly Pick[] => {
  if (question.kind === 'yes-no')
    return [true, false].map((answer) => ({
      id: String(answer),
      label: answer ? words.yes : words.no,
      key: answer ? words.keys.yes : words.keys.no,
      isPicked: draft === answer,
      draft: answer,
    }))
  if (question.kind === 'rating' || question.kind === 'scale') return stepsOf(question, draft)
  if (!('choices' in question) || question.kind === 'matrix') return []

  const isMany = question.kind === 'multiple-choice' || question.kind === 'ranking'
  const picked: readonly unknown[] = isMany ? (Array.isArray(draft) ? draft : []) : [draft]
  const pick = (value: unknown, isSame: (one: unknown) => boolean) => {
    const isPicked = picked.some(isSame)
    const others = picked.filter((one) => !isSame(one))
    return { isPicked, draft: isMany ? (isPicked ? others : [...others, value]) : value }
  }
  const choices: Pick[] = question.choices.map(({ id, label }, at) => ({
    id,
    label,
    key: letterAt(at),
    ...pick(id, (one) => one === id),
  }))
  return 'other' in question && question.other
    ? [
        ...choices,
        {
          id: '+other',
          label: words.other,
          key: letterAt(choices.length),
          isOther: true,
          ...pick({ other: '' }, isOther),
        },
      ]
    : choices
}

const stepsOf = (question: QuestionOf<'rating' | 'scale'>, draft: unknown): readonly Pick[] => {
  const [first, last] =
    question.kind === 'rating' ? [1, question.steps ?? 5] : [question.from ?? 0, question.to ?? 10]
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const step = String(first + at)
    return {
      id: step,
      label: question.kind === 'rating' ? words.ofSteps(step, last) : step,
      key: step,
      isPicked: draft === first + at,
      draft: first + at,
    }
  })
}

/** The free text beside the choices. */
export const otherOf = (draft: unknown): string => {
  const other = [draft].flat().find(isOther)
  return other ? other.other : ''
}

export const withOther = (draft: unknown, text: string): unknown =>
  Array.isArray(draft)
    ? draft.map((one) => (isOther(one) ? { other: text } : one))
    : { other: text }

const isOther = (one: unknown): one is { other: string } =>
  typeof one === 'object' && one !== null && 'other' in one && typeof one.other === 'string'

const letterAt = (index: number) => (index < 26 ? String.fromCharCode(65 + index) : undefined)
