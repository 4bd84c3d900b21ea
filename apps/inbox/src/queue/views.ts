import type { Counts, LeadItem } from '../client.ts'

export type ViewId = 'open' | 'mine' | 'unclaimed' | 'nurture' | 'all'

export interface View {
  id: ViewId
  label: string
  /** What the list asks the server for. */
  query: { [name: string]: string }
  /** The same question about one lead, for those that arrive by themselves. */
  holds: (lead: LeadItem, userId: string) => boolean
  count: (counts: Counts) => number
  empty: { title: string; text: string }
}

const arrives = 'The next one appears here by itself.'

const openLeads: View = {
  id: 'open',
  label: 'Open',
  query: { active: 'true' },
  holds: (lead) => lead.isActive,
  count: (counts) => counts.active,
  empty: { title: 'No leads waiting.', text: arrives },
}

export const views: readonly View[] = [
  openLeads,
  {
    id: 'mine',
    label: 'Mine',
    query: { active: 'true', owner: 'me' },
    holds: (lead, userId) => lead.isActive && lead.owner?.id === userId,
    count: (counts) => counts.mine,
    empty: {
      title: 'Nothing is yours right now.',
      text: `Claim a lead under Open, or wait. ${arrives}`,
    },
  },
  {
    id: 'unclaimed',
    label: 'Unclaimed',
    query: { active: 'true', lane: 'sales', claimed: 'false' },
    holds: (lead) => lead.isActive && lead.lane === 'sales' && lead.claimedAt === null,
    count: (counts) => counts.unclaimed,
    empty: { title: 'Every lead is claimed.', text: arrives },
  },
  {
    id: 'nurture',
    label: 'Nurture',
    query: { stage: 'nurture' },
    holds: (lead) => lead.stage === 'nurture',
    count: (counts) => counts.nurture,
    empty: {
      title: 'Nobody is in nurture.',
      text: 'Leads that are not ready for sales wait here.',
    },
  },
  {
    id: 'all',
    label: 'All',
    query: {},
    holds: () => true,
    count: (counts) => counts.total,
    empty: {
      title: 'No leads yet.',
      text: 'Publish a form and put it on a page. Each submission appears here by itself.',
    },
  },
]

/** The view of that name, and the open leads for a name nobody gave. */
export const viewOf = (id: string | undefined): View =>
  views.find((view) => view.id === id) ?? openLeads

/** Part of the name, the address or the company, in any case: as the server searches. */
export const matches = (lead: LeadItem, search: string): boolean => {
  const sought = search.trim().toLowerCase()
  return [lead.name, lead.email, lead.company].some((text) => text.toLowerCase().includes(sought))
}
