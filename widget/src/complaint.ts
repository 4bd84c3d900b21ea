import { writtenIn } from '@bantam/engine'
import type { Question } from '@bantam/schema'
import type { Forms, Speech } from './speech.ts'

interface Refused {
  readonly code: string
  /** In English. */
  readonly message: string
  readonly bound?: string | number
}

/** Why an answer was refused, in the visitor's language. */
export const complaintIn = (
  speech: Speech,
  { code, message, bound = '', question }: Refused & { readonly question: Question },
): string => {
  const { min, max, patternHint }: Validation = Object(
    'validation' in question ? question.validation : undefined,
  )
  if (code === 'pattern-mismatch' && patternHint) return patternHint
  const { refusals } = speech
  if (!refusals) return message
  const words = Object.hasOwn(refusals, code)
    ? refusals[code as keyof typeof refusals]
    : refusals.other
  if (typeof words === 'string') return speech.fill(words, bound)
  if ('other' in words) return counted(speech, { forms: words, count: Number(bound) })
  const [least, most] = [min, max].map((one) =>
    one === undefined ? undefined : writtenIn(speech.code, one),
  )
  const form = least && most ? words.between : least ? words.least : words.most
  return speech.fill(form, least ?? '', most ?? '')
}

interface Validation {
  readonly min?: string | number
  readonly max?: string | number
  readonly patternHint?: string
}

/** The words that go with a number. */
export const counted = (
  { code, fill }: Speech,
  { forms, count }: { readonly forms: Forms; readonly count: number },
): string => {
  const form = new Intl.PluralRules(code).select(count)
  return fill(form in forms ? forms[form as 'other'] : forms.other, count)
}
