import type { GivenAnswer, ProblemDetail } from '@bantam/schema'

/** What the server would refuse of answers that a conversation goes on with. */
export interface Doubts {
  /** Takes what was said of the answers `given`, in place of what was said before. */
  hear(errors: unknown, given: readonly GivenAnswer[]): void
  /** Those about what is still answered the same. */
  standing(answers: readonly GivenAnswer[]): readonly ProblemDetail[]
}

export const createDoubts = (): Doubts => {
  let doubts: readonly ProblemDetail[] = []
  let asOf: readonly GivenAnswer[] = []
  return {
    hear(errors, given) {
      doubts = Array.isArray(errors) ? errors : []
      asOf = given
    },
    standing: (answers) => doubts.filter((error) => saidTo(error, answers) === saidTo(error, asOf)),
  }
}

const saidTo = (error: ProblemDetail, answers: readonly GivenAnswer[]) =>
  JSON.stringify(answers.filter(({ questionId }) => questionId === questionOf(error)))

/** Id of the question that an error is about. */
export const questionOf = ({ path }: ProblemDetail): string => path.replace('answers.', '')
