import type {
  BantLetter,
  BantStatus,
  Destination,
  RejectionReason,
  Role,
  Stage,
} from '@bantam/schema'
import type { ChipTone, ShapeName } from '@bantam/ui'

export const stages: { readonly [S in Stage]: string } = {
  inquiry: 'Inquiry',
  mql: 'MQL',
  sal: 'Accepted',
  sql: 'SQL',
  opportunity: 'Opportunity',
  won: 'Won',
  lost: 'Lost',
  nurture: 'In nurture',
  disqualified: 'Disqualified',
}

export const roles: { readonly [R in Role]: string } = {
  owner: 'Owner',
  marketer: 'Marketer',
  'sales-manager': 'Sales manager',
  rep: 'Sales rep',
}

export const destinations: { readonly [D in Destination]: string } = {
  sales: 'the sales team',
  nurture: 'a nurture track',
  partner: 'partners',
  support: 'support',
  prospecting: 'the prospecting list',
  disqualified: 'nobody: disqualified',
}

export const rejectionReasons: { readonly [R in RejectionReason]: string } = {
  'student-email': 'Student or private address',
  'wrong-geography': 'Outside the regions we sell to',
  'no-buying-role': 'No part in buying',
  'company-too-small': 'Company too small',
  'not-ready-this-quarter': 'Not ready this quarter',
  'wrongly-scored': 'Wrongly scored or routed',
  unreachable: 'Cannot be reached',
  competitor: 'Works for a competitor',
  duplicate: 'Duplicate of another lead',
}

export const isRejectionReason = (text: string): text is RejectionReason =>
  Object.hasOwn(rejectionReasons, text)

export const letters = [
  'budget',
  'authority',
  'need',
  'timeline',
] as const satisfies readonly BantLetter[]

export const bantLetters: { readonly [L in BantLetter]: string } = {
  budget: 'Budget',
  authority: 'Authority',
  need: 'Need',
  timeline: 'Timeline',
}

export const bantStatuses: {
  readonly [S in BantStatus]: { word: string; shape: ShapeName; tone: ChipTone }
} = {
  met: { word: 'Met', shape: 'check', tone: 'good' },
  partly: { word: 'Partly', shape: 'half', tone: 'warning' },
  'not-met': { word: 'Not met', shape: 'cross', tone: 'danger' },
  unknown: { word: 'Unknown', shape: 'ring', tone: 'neutral' },
}

/** Words for a flag of a score; undefined for one this page has no words for. */
export const flagWords = (flag: string): string | undefined =>
  flag.startsWith('excluded:') ? `Excluded: ${spaced(flag.slice('excluded:'.length))}` : flags[flag]

const flags: { readonly [flag: string]: string } = {
  'sales-ready': 'Sales-ready',
  conflict: 'Words and deeds disagree: look yourself',
}

/** `not-ready-yet` → `not ready yet`: a stable code where no words were written for it. */
export const spaced = (code: string): string => code.replaceAll('-', ' ')

/** "Ada Lovelace", else the address, else what can be said of somebody who gave neither. */
export const nameOf = (lead: { name: string; email: string }): string =>
  lead.name || lead.email || 'Without a name'
