import { z } from '@hono/zod-openapi'
import type { AnswerValue } from '@bantam/schema'
import type { SubmissionRecord } from '@bantam/storage'

/** A value by kind of question, as the contract's table has it. */
export const anyValue = z.custom<AnswerValue>().openapi({
  type: ['string', 'number', 'boolean', 'array', 'object'],
  description: 'Text, number, boolean, list of choice ids, or an object of texts',
})

/** One answer, with the question and the value in words. */
export const AnswerView = z.object({
  questionId: z.string(),
  title: z.string(),
  value: anyValue,
  display: z.string(),
  knownSince: z
    .string()
    .optional()
    .openapi({ description: 'When it was said, if that was in an earlier submission' }),
})

export const answerViews = (answers: SubmissionRecord['answers']): z.infer<typeof AnswerView>[] =>
  answers.map(({ questionId, title, value, display, knownSince }) => ({
    questionId,
    title,
    value,
    display,
    ...(knownSince !== undefined && { knownSince }),
  }))
