import type { Definitions } from '@bantam/api'
import type { Sla } from '@bantam/schema'

/** When the first touch is due, on the clock of the calendar that the promise was made by. */
export const dueMoment = (
  sla: Sla | undefined,
  { routing }: Definitions,
): { at: Date; zone: string } | undefined => {
  if (!sla) return undefined
  const policy = routing.routing.policies.find(({ id }) => id === sla.policy)
  const zone = policy && routing.calendars.get(policy.calendar)?.zone
  return { at: new Date(sla.firstTouchDue), zone: zone ?? 'UTC' }
}
