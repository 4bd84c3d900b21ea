import { Countdown, durationWords } from '@bantam/ui'
import type { LeadItem } from '../client.ts'
import { stages } from '../words.ts'

/** The promise of a first contact: running, kept, kept late, or what became of the lead since. */
export const LeadClock = ({ lead }: { lead: LeadItem }) => {
  if (!lead.isOpen) return <span class="lead-clock">{stages[lead.stage]}</span>
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
  const touched = Date.parse(touchedAt)
  const lateness = touched - Date.parse(sla.firstTouchDue)
  return lateness > 0
    ? `Contacted ${lengthWords(lateness)} late`
    : `Contacted in ${lengthWords(touched - Date.parse(sla.startedAt))}`
}

/** As the running clock says it: in seconds while it is less than a minute. */
const lengthWords = (milliseconds: number) =>
  durationWords(milliseconds, { withSeconds: milliseconds < 60_000 })
