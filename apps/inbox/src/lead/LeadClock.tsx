import { Countdown, durationWords } from '@bantam/ui'
import type { LeadItem } from '../client.ts'
import { isOpen } from '../queue/views.ts'
import { stages } from '../words.ts'

/** The promise of a first contact: running, kept, kept late, or what became of the lead since. */
export const LeadClock = ({ lead }: { lead: LeadItem }) => {
  if (!isOpen(lead)) return <span class="lead-clock">{stages[lead.stage]}</span>
  if (lead.sla === null) return null
  if (lead.touchedAt === null)
    return <Countdown due={Date.parse(lead.sla.firstTouchDue)} warn={Date.parse(lead.sla.warnAt)} />
  return <span class="lead-clock">{contactWords(lead.sla, lead.touchedAt)}</span>
}

/** "Contacted in 4 min", or by how much the promise was broken. */
export const contactWords = (
  sla: { startedAt: string; firstTouchDue: string },
  touchedAt: string,
): string => {
  const lateness = Date.parse(touchedAt) - Date.parse(sla.firstTouchDue)
  return lateness > 0
    ? `Contacted ${durationWords(lateness)} late`
    : `Contacted in ${durationWords(Date.parse(touchedAt) - Date.parse(sla.startedAt))}`
}
