import type { AnswerValue, Form, Question } from '@bantam/schema'
import { readAnswer } from '../answer/read-answer.ts'
import { isRemembered } from './recollection.ts'

/** An answer that a visitor gave in an earlier conversation; `at` in epoch milliseconds. */
export interface EarlierAnswer {
  readonly formId: string
  readonly questionId: string
  /** The lead property that the question fills. */
  readonly property: string | undefined
  readonly value: AnswerValue
  readonly at: number
}

/**
 * What earlier answers say about a form: for each question that may be remembered the newest answer, by lead property
 * or to the question itself, that is fresh and that the question would take. Answers count for a year unless the
 * question says otherwise. `earlier` is newest first, `now` in epoch milliseconds.
 */
export const knownAmong = <E extends EarlierAnswer>(
  { formId, form }: { readonly formId: string; readonly form: Form },
  { earlier, now }: { readonly earlier: readonly E[]; readonly now: number },
): ReadonlyMap<string, E> =>
  new Map(
    form.questions.flatMap((question) => {
      const found = earlier.find(
        (one) =>
          isAbout(one, { formId, question }) &&
          now - one.at < freshDaysOf(question) * DAY &&
          isRemembered(question, one.value) &&
          readAnswer(question, one.value).kind === 'accepted',
      )
      return found ? [[question.id, found] as const] : []
    }),
  )

const DAY = 86_400_000
const freshDaysOf = ({ remember }: Question): number => remember?.freshDays ?? 365

const isAbout = (
  { formId, questionId, property }: EarlierAnswer,
  asked: { readonly formId: string; readonly question: Question },
): boolean =>
  (property !== undefined && property === asked.question.property) ||
  (formId === asked.formId && questionId === asked.question.id)
