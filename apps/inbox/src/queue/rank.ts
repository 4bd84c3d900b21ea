import type { LeadItem, LeadPage } from '../client.ts'

/** Negative when `a` stands above `b`: open leads, then sales leads that nobody has touched, the sales lane, the higher total, the newer route: the server's order. */
export const byRank = (a: LeadItem, b: LeadItem): number =>
  Number(b.isOpen) - Number(a.isOpen) ||
  Number(isWaiting(b)) - Number(isWaiting(a)) ||
  Number(b.lane === 'sales') - Number(a.lane === 'sales') ||
  b.score.total - a.score.total ||
  Date.parse(b.routedAt) - Date.parse(a.routedAt) ||
  (a.id < b.id ? 1 : -1)

const isWaiting = ({ lane, touchedAt }: LeadItem) => lane === 'sales' && touchedAt === null

/**
 * The pages with `lead` at its rank: moved if it was there, dropped if it no longer belongs, and left for a later page
 * when it ranks below everything loaded while more can be loaded.
 */
export const placeLead = (
  pages: readonly LeadPage[],
  { lead, belongs }: { lead: LeadItem; belongs: boolean },
): LeadPage[] => {
  const without = pages.map((page) => ({
    ...page,
    items: page.items.filter((item) => item.id !== lead.id),
  }))
  if (!belongs) return without
  const index = without.findIndex((page) => page.items.some((item) => byRank(lead, item) < 0))
  if (index === -1) return atTheEnd(without, lead)
  return without.map((page, at) =>
    at === index ? { ...page, items: insertByRank(page.items, lead) } : page,
  )
}

/** One list of all pages; a lead that moved between two loads is kept once, where it ranks higher. */
export const itemsOf = (pages: readonly LeadPage[]): LeadItem[] => {
  const seen = new Set<string>()
  return pages.flatMap((page) => page.items).filter(({ id }) => !seen.has(id) && seen.add(id))
}

const insertByRank = (items: readonly LeadItem[], lead: LeadItem): LeadItem[] => {
  const at = items.findIndex((item) => byRank(lead, item) < 0)
  return items.toSpliced(at, 0, lead)
}

const atTheEnd = (pages: readonly LeadPage[], lead: LeadItem): LeadPage[] =>
  pages.map((page, at) =>
    at === pages.length - 1 && page.next === null
      ? { ...page, items: [...page.items, lead] }
      : page,
  )
