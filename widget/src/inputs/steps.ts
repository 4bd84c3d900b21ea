import type { Question, QuestionOf } from '@bantam/schema'
import type { Speech } from '../speech.ts'
import type { Pick } from './picks.ts'

/** The steps of a rating or scale to pick from; nothing for other kinds. */
export const stepsOf = (
  question: Question,
  shown: { readonly draft: unknown; readonly speech: Speech },
): readonly Pick[] =>
  question.kind === 'rating' || question.kind === 'scale' ? counted(question, shown) : []

const counted = (
  question: QuestionOf<'rating' | 'scale'>,
  { draft, speech }: { readonly draft: unknown; readonly speech: Speech },
): readonly Pick[] => {
  const [first, last] =
    question.kind === 'rating' ? [1, question.steps ?? 5] : [question.from ?? 0, question.to ?? 10]
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const step = String(first + at)
    return {
      id: step,
      label: question.kind === 'rating' ? speech.fill(speech.words.ofSteps, step, last) : step,
      key: step,
      isPicked: draft === first + at,
      draft: first + at,
    }
  })
}
