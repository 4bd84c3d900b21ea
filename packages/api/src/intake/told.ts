import { displayOf, recall, recallLookup, type CompiledForm } from '@bantam/engine'
import type { AnswerValue, Hidden, Question } from '@bantam/schema'
import type { SubmissionRecord } from '@bantam/storage'
import type { Known } from '../public/recollect.ts'
import type { Claimable } from '../uploads/claim.ts'

interface Telling {
  readonly answers: ReadonlyMap<string, AnswerValue>
  /** Those given in this conversation. */
  readonly said: ReadonlyMap<string, AnswerValue>
  readonly hidden: Hidden
  readonly past: Known
  readonly uploads: Claimable | undefined
}

/**
 * Each answer with its question and the words of its choices as the visitor read them; what was known then was recalled
 * to nobody. A file is called by its name.
 */
export const told = (
  form: CompiledForm,
  { answers, said, hidden, past, uploads }: Telling,
): SubmissionRecord['answers'] => {
  const lookup = recallLookup(form, said, hidden)
  const say = (text: string) => (text.includes('{{') ? recall(text, lookup) : text)
  const display = (question: Question, value: AnswerValue) =>
    (question.kind === 'file' && uploads?.get(String(value))?.name) ||
    displayOf(question, value, say)
  return Array.from(answers, ([questionId, value]) => {
    const question = form.questions.get(questionId)
    const since = said.has(questionId) ? undefined : past.values.get(questionId)?.since
    const one = {
      questionId,
      title: question ? say(question.title) : questionId,
      value,
      display: question ? display(question, value) : '',
    }
    return since === undefined ? one : { ...one, knownSince: since }
  })
}
