import type { CompiledForm } from '@bantam/engine'
import type { AnswerValue, ConsentGiven } from '@bantam/schema'

/**
 * What a visitor agreed to or refused, each with the version of the text that this version of the form shows for it and
 * the language it was read in. An answer on the path counts above what the page says.
 */
export const consentsOf = (
  { form, questions }: CompiledForm,
  {
    answers,
    sent = [],
    version,
    language,
  }: {
    answers: readonly { readonly questionId: string; readonly value: AnswerValue }[]
    sent?: readonly ConsentGiven[] | undefined
    /** Of the form. */
    version: number
    language: string
  },
): readonly ConsentGiven[] => {
  const answered = answers.flatMap(({ questionId: id, value }): ConsentGiven[] => {
    const question = questions.get(id)
    if (question?.kind !== 'consent' || typeof value !== 'boolean') return []
    const purpose = question.purpose ?? id
    const text = form.consents?.find((one) => one.purpose === purpose)
    // Without a text of its own the question's title was agreed to, which a version of the form never changes.
    return [
      {
        purpose,
        granted: value,
        textVersion: text?.textVersion ?? `form version ${version}`,
        language,
      },
    ]
  })
  const isAnswered = ({ purpose }: ConsentGiven) => answered.some((one) => one.purpose === purpose)
  return [...answered, ...sent.filter((one) => !isAnswered(one))]
}
