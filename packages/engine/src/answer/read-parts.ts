import type { QuestionOf } from '@bantam/schema'
import { addressParts, contactParts, partLabels } from './parts.ts'
import {
  accepted,
  empty,
  refused,
  withPart,
  type AnswerFacts,
  type Reading,
  type Refusal,
} from './reading.ts'
import { readEmail, readPhone, readText } from './read-text.ts'

/**
 * Reads a contact's parts, each as the kind of question that asks for it alone. A required contact
 * needs its email, or its first part where it asks for none.
 */
export const readContact = (
  question: QuestionOf<'contact'>,
  raw: unknown,
  facts: AnswerFacts,
): Reading => {
  const { requiredParts = [], required, validation } = question
  const parts = question.parts ?? contactParts
  const name = (text: unknown) => readText(text, { maxLength: 200 })
  const least = parts.includes('email') ? 'email' : parts[0]
  return readParts(raw, {
    parts,
    needed: required && least ? [least, ...requiredParts] : requiredParts,
    readers: {
      firstName: name,
      lastName: name,
      email: (text) => readEmail({ validation }, text, facts),
      phone: (text) => readPhone({}, text, facts),
      company: (text) => readText(text, { maxLength: 300 }),
    },
  })
}

/** Reads an address's parts as texts; a required address needs the first part it asks for. */
export const readAddress = (question: QuestionOf<'address'>, raw: unknown): Reading => {
  const { requiredParts = [], required } = question
  const parts = question.parts ?? addressParts
  const text = (maxLength: number) => (part: unknown) => readText(part, { maxLength })
  return readParts(raw, {
    parts,
    needed: required && parts[0] ? [parts[0], ...requiredParts] : requiredParts,
    readers: {
      line1: text(300),
      line2: text(300),
      city: text(200),
      region: text(200),
      postalCode: text(40),
      country: text(100),
    },
  })
}

/** Reads `{ part: text }` in the question's own order; what is refused is told by the part's name. */
const readParts = <P extends keyof typeof partLabels>(
  raw: unknown,
  {
    parts,
    needed,
    readers,
  }: {
    parts: readonly P[]
    needed: readonly P[]
    readers: { readonly [K in P]: (text: unknown) => Reading }
  },
): Reading => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return refused('not-an-answer')
  const given = new Map<string, unknown>(Object.entries(raw))
  const texts = new Map<P, string>()
  for (const part of parts) {
    const text = given.get(part) ?? ''
    given.delete(part)
    const reading = readers[part](text)
    if (reading.kind === 'refused') return about(part, reading)
    if (reading.kind === 'accepted') texts.set(part, String(reading.value))
  }
  if (given.size) return refused('not-an-answer')
  if (!texts.size) return empty
  const missing = parts.find((part) => needed.includes(part) && !texts.has(part))
  return missing ? about(missing, refused('required')) : accepted(Object.fromEntries(texts))
}

const about = (part: keyof typeof partLabels, reading: Refusal): Refusal =>
  withPart(part, { ...reading, message: `${partLabels[part]}: ${reading.message}` })
