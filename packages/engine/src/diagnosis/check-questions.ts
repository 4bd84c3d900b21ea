import type { Form, Question } from '@bantam/schema'
import { called } from './called.ts'
import type { Finding, Repair, Severity } from './finding.ts'

/** Whether a pattern of a validation can be used; the engine has no reader of patterns itself. */
export type IsPattern = (pattern: string) => boolean

/** What a question says of itself that cannot be right, or that visitors will not like. */
export const checkQuestions = (
  form: Form,
  { isPattern }: { isPattern: IsPattern | undefined },
): readonly Finding[] =>
  form.questions.flatMap((question, at) => [
    ...checkPattern(question, { isPattern, at }),
    ...checkLimits(question, at),
    ...checkTitle(question, at),
    ...checkOrder(form, at),
  ])

const found = (
  path: string,
  rest: { code: string; severity: Severity; message: string; fix?: Repair },
): readonly Finding[] => [{ path, ...rest }]

const checkPattern = (
  question: Question,
  { isPattern, at }: { isPattern: IsPattern | undefined; at: number },
): readonly Finding[] => {
  if (question.kind !== 'short-text' && question.kind !== 'long-text') return []
  const { pattern } = question.validation ?? {}
  if (pattern === undefined || !isPattern || isPattern(pattern)) return []
  return found(`questions.${at}.validation.pattern`, {
    code: 'invalid-pattern',
    severity: 'error',
    message: `The pattern of ${called(question)} cannot be used: it is not in the RE2 syntax (no look-around, no back-references). Correct it.`,
  })
}

const checkLimits = (question: Question, at: number): readonly Finding[] => {
  const { low, high, offered = Infinity } = limits(question)
  const isReversed = low !== undefined && high !== undefined && low > high
  if (!isReversed && !(typeof low === 'number' && low > offered)) return []
  return found(`questions.${at}.validation`, {
    code: 'impossible-limits',
    severity: 'error',
    message: `No answer to ${called(question)} can keep its limits: at least ${low}, at most ${isReversed ? high : offered}. Correct one of them.`,
  })
}

interface Limits {
  readonly low?: number | string | undefined
  readonly high?: number | string | undefined
  /** How many choices there are to pick. */
  readonly offered?: number
}

const limits = (question: Question): Limits => {
  switch (question.kind) {
    case 'short-text':
    case 'long-text':
      return { low: question.validation?.minLength, high: question.validation?.maxLength }
    case 'number':
    case 'date':
      return { low: question.validation?.min, high: question.validation?.max }
    case 'multiple-choice':
    case 'ranking': {
      const isOpen = question.kind === 'multiple-choice' && question.other
      return {
        low: question.validation?.min,
        high: question.validation?.max,
        offered: question.choices.length + (isOpen ? 1 : 0),
      }
    }
    default:
      return {}
  }
}

const checkTitle = (question: Question, at: number): readonly Finding[] =>
  question.title.trim() || (question.kind === 'statement' && question.passes)
    ? []
    : found(`questions.${at}.title`, {
        code: 'missing-title',
        severity: 'warning',
        message: `Question ${at + 1} has no title, so visitors do not know what is asked. Write one.`,
      })

const ranks = ['contact', 'company', 'role', 'need', 'timeline', 'budget']

/** Only where the next question with a sensitivity falls back by far: budget first, then the role. */
const checkOrder = ({ questions }: Form, at: number): readonly Finding[] => {
  const question = questions[at]
  if (!question?.sensitivity || question.sensitivity !== 'budget') return []
  const later = questions
    .slice(at + 1)
    .find(({ sensitivity }) => sensitivity && ranks.indexOf(sensitivity) < ranks.indexOf('need'))
  if (!later || later.sensitivity === 'contact') return []
  return found(`questions.${at}.sensitivity`, {
    code: 'sensitive-early',
    severity: 'hint',
    message: `${called(question)} is asked before ${called(later)}, which is easier to answer. Fewer people leave when the most sensitive question comes last.`,
  })
}
