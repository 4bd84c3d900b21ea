import type { QuestionOf } from '@bantam/schema'
import { accepted, empty, refused, type Reading } from './reading.ts'
import { readText } from './read-text.ts'

/** Reads `{ name, domain, size }`, each optional, or a plain name; a required company needs the name it asks for. */
export const readCompany = (question: QuestionOf<'company'>, raw: unknown): Reading => {
  const written = typeof raw === 'string' ? { name: raw } : raw
  if (typeof written !== 'object' || !written || Array.isArray(written))
    return refused('not-an-answer')
  const company: { [part: string]: string } = {}
  for (const [part, text] of Object.entries(written)) {
    if (!['name', 'domain', 'size'].includes(part)) return refused('not-an-answer')
    if (text === undefined || text === null) continue
    const reading = readText(text, { maxLength: 300 })
    if (reading.kind === 'refused') return reading
    if (reading.kind === 'accepted')
      company[part] = part === 'domain' ? bareDomain(String(reading.value)) : String(reading.value)
  }
  if (!Object.keys(company).length) return empty
  const asksName = question.parts?.includes('name') ?? true
  return question.required && asksName && !company.name ? refused('required') : accepted(company)
}

/** People paste addresses: https://www.acme.com/about is acme.com. */
const bareDomain = (text: string) =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/s, '')
