import { signal } from '@preact/signals'
import type { LeadItem } from '../client.ts'
import { lanes } from '../lanes.tsx'
import { nameOf } from '../words.ts'

/** Leads that came while the page was open and have not been looked at. */
export const unseen = signal<ReadonlySet<string>>(new Set())
/** The last thing to read out to those who listen to the page. */
export const announcement = signal('')

/** What goes to nurture or to nobody is in the lists, but calls no one. */
export const arrive = (lead: LeadItem) => {
  if (!lead.isActive) return
  unseen.value = new Set([...unseen.value, lead.id])
  announcement.value = arrivalWords(lead)
}

export const markSeen = (leadId: string) => {
  if (!unseen.peek().has(leadId)) return
  unseen.value = new Set([...unseen.peek()].filter((id) => id !== leadId))
}

const arrivalWords = (lead: LeadItem): string =>
  `New lead: ${nameOf(lead)}${lead.company === '' ? '' : `, ${lead.company}`}. ${lanes[lead.lane].word}, ${lead.score.label}.`

/** The tab's title, with how many leads came unseen in front. */
export const titleWords = (count: number): string =>
  count === 0 ? 'Inbox · Bantam' : `(${count}) Inbox · Bantam`
