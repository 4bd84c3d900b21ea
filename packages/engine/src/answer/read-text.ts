import type { QuestionOf } from '@bantam/schema'
import { accepted, empty, refused, type AnswerFacts, type Reading } from './reading.ts'

interface Lengths {
  readonly minLength?: number | undefined
  readonly maxLength?: number | undefined
}

/** Reads a text, trimmed; `maxLength` characters are its cap unless the validation has its own. */
export const readText = (
  raw: unknown,
  cap: { readonly maxLength: number; readonly validation?: Lengths | undefined },
): Reading => {
  const { minLength = 0, maxLength = cap.maxLength } = cap.validation ?? {}
  if (typeof raw !== 'string') return refused('not-a-text')
  const text = raw.trim()
  const length = [...text].length
  if (!length) return empty
  if (length < minLength) return refused('too-short', minLength)
  return length > maxLength ? refused('too-long', maxLength) : accepted(text)
}

const address =
  /^[^\s@"(),:;<>[\]\\.]+(\.[^\s@"(),:;<>[\]\\.]+)*@(([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)\.)+(\p{L}{2,}|xn--[a-z\d-]+)$/u

/** Reads an email address, lower-cased; `business` refuses free and disposable domains. */
export const readEmail = (
  { validation }: QuestionOf<'email'>,
  raw: unknown,
  facts: AnswerFacts,
): Reading => {
  const reading = readText(raw, { maxLength: 254 })
  if (reading.kind !== 'accepted') return reading
  const email = String(reading.value).toLowerCase()
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
  { validation }: QuestionOf<'phone'>,
  raw: unknown,
  facts: AnswerFacts,
): Reading => {
  const reading = readText(raw, { maxLength: 50 })
  if (reading.kind !== 'accepted') return reading
  const written = String(reading.value)
  const digits = written.replace(/\D/g, '').length
  const isPlausible = /^\+?[\d\s()./-]+$/.test(written) && digits > 5 && digits < 16
  const phone = facts.readPhone
    ? facts.readPhone(written, validation?.country)
    : isPlausible
      ? written
      : undefined
  return phone ? accepted(phone) : refused('not-a-phone')
}
