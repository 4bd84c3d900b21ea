import { readAnswer, refusedAt, type CompiledForm } from '@bantam/engine'
import type { GivenAnswer, ProblemDetail } from '@bantam/schema'
import { answerFacts } from '../intake/prepared.ts'

/**
 * What the submission would be refused for among the answers so far, so that a visitor need not hear of it at the end.
 * One that is missing may still come.
 */
export const refusedAmong = (
  { questions }: CompiledForm,
  answers: readonly GivenAnswer[],
): ProblemDetail[] =>
  answers.flatMap(({ questionId, value }) => {
    const question = questions.get(questionId)
    if (!question || question.kind === 'statement') return []
    const reading = readAnswer(question, value, answerFacts)
    return reading.kind === 'refused' ? [refusedAt(questionId, reading)] : []
  })
