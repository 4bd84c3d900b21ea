import { plain } from './plain.ts'
import { accepted, empty, refused, type AnswerFacts, type Reading } from './reading.ts'

interface Validation {
  readonly minLength?: number | undefined
  readonly maxLength?: number | undefined
  readonly pattern?: string | undefined
  readonly patternHint?: string | undefined
}

/**
 * Reads a text, trimmed; `maxLength` characters are its cap unless the validation has its own. A
 * pattern is judged by `matches` and not at all without it.
 */
export const readText = (
  raw: unknown,
  cap: {
    readonly maxLength: number
    readonly validation?: Validation | undefined
    readonly matches?: AnswerFacts['matches']
  },
): Reading => {
  const { minLength = 0, maxLength = cap.maxLength, pattern, patternHint } = cap.validation ?? {}
  if (typeof raw !== 'string') return refused('not-a-text')
  const text = raw.trim()
  const length = [...text].length
  if (!length) return empty
  if (length < minLength) return refused('too-short', minLength)
  if (length > maxLength) return refused('too-long', maxLength)
  return pattern && cap.matches && !cap.matches(pattern, text)
    ? refused('pattern-mismatch', patternHint || 'Please write this in the form that is asked for.')
    : accepted(text)
}

const address =
  /^[^\s@"(),:;<>[\]\\.]+(\.[^\s@"(),:;<>[\]\\.]+)*@(([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)\.)+(\p{L}{2,}|xn--[a-z\d-]+)$/u

/** Reads an email address, lower-cased; `business` refuses free and disposable domains. */
export const readEmail = (
  { validation }: { readonly validation?: { readonly business?: boolean | undefined } | undefined },
  raw: unknown,
  facts: AnswerFacts,
): Reading => {
  const reading = readText(raw, { maxLength: 254 })
  if (reading.kind !== 'accepted') return reading
  const email = plain(String(reading.value)).toLowerCase()
  const at = email.lastIndexOf('@')
  if (at > 64 || !address.test(email)) return refused('not-an-email')
  const domain = email.slice(at + 1)
  if (validation?.business) {
    if (facts.isDisposable?.(domain)) return refused('disposable-mail')
    if (facts.isFreeMail?.(domain)) return refused('free-mail')
  }
  return accepted(email)
}

/** Reads a phone number: E.164 when the facts can parse it, else as written after a light check. */
export const readPhone = (
  { validation }: { readonly validation?: { readonly country?: string | undefined } | undefined },
  raw: unknown,
  facts: AnswerFacts,
): Reading => {
  const reading = readText(raw, { maxLength: 50 })
  if (reading.kind !== 'accepted') return reading
  const written = plain(String(reading.value))
  const digits = written.replace(/\D/g, '').length
  const isPlausible = /^\+?[\d\s()./\p{Pd}]+$/u.test(written) && digits > 5 && digits < 16
  const phone = facts.readPhone
    ? facts.readPhone(written, validation?.country)
    : isPlausible
      ? written
      : undefined
  return phone ? accepted(phone) : refused('not-a-phone')
}
