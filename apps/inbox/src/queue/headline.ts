import type { LeadItem } from '../client.ts'
import { coarse } from '../when.ts'

/** Nobody has claimed it, nobody has called: the person still waits. */
const isWaiting = (lead: LeadItem): boolean =>
  lead.lane === 'sales' && lead.claimedAt === null && lead.touchedAt === null

/**
 * The state of the queue in one line: "3 leads waiting, oldest 4 min". `isWhole` says that every sales lead is among
 * `leads`; without it the number is a lower bound and no oldest is named.
 */
export const headline = (
  leads: readonly LeadItem[],
  { now, isWhole }: { now: number; isWhole: boolean },
): string => {
  const waiting = leads.filter(isWaiting)
  if (waiting.length === 0) return 'Nobody is waiting'
  const count = `${waiting.length}${isWhole ? '' : '+'} ${waiting.length === 1 && isWhole ? 'lead' : 'leads'} waiting`
  const oldest = Math.min(...waiting.map((lead) => Date.parse(lead.routedAt)))
  return isWhole
    ? `${count}, oldest ${now - oldest < 60_000 ? 'just now' : coarse(now - oldest)}`
    : count
}
