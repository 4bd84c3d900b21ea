import type { Routing, ScoringModel } from '@bantam/schema'
import type { MemberRecord } from '@bantam/storage'

/** Scores nobody: what a workspace has before its first model is published. */
export const emptyModel: ScoringModel = {
  schema: 1,
  name: 'No model yet',
  fit: { groups: [] },
  intent: { groups: [] },
}

/** Each lane to the destination of its name; sales shared evenly by everybody who sells, Monday to Friday. */
export const defaultRouting = (members: readonly MemberRecord[]): Routing => {
  const office = [['09:00', '17:00']] as [string, string][]
  const sellers = members.filter(({ role }) => role === 'rep')
  return {
    schema: 1,
    rules: [
      {
        id: 'sales',
        label: 'Sales lane',
        lanes: ['sales'],
        to: { destination: 'sales', pool: 'everyone' },
      },
      {
        id: 'prospecting',
        label: 'Prospecting lane',
        lanes: ['prospecting'],
        to: { destination: 'prospecting' },
      },
      {
        id: 'disqualified',
        label: 'Disqualified lane',
        lanes: ['disqualified'],
        to: { destination: 'disqualified' },
      },
    ],
    fallback: { destination: 'nurture' },
    pools: [
      {
        id: 'everyone',
        label: 'Everyone',
        calendar: 'office',
        members: (sellers.length > 0 ? sellers : members).map(({ userId }) => ({
          userId,
          weight: 1,
        })),
      },
    ],
    calendars: [
      {
        id: 'office',
        label: 'Office hours',
        zone: 'UTC',
        week: { mon: office, tue: office, wed: office, thu: office, fri: office },
      },
    ],
    policies: [
      {
        id: 'sales',
        label: 'First touch in 5 minutes',
        lanes: ['sales'],
        firstTouchMinutes: 5,
        dispositionMinutes: 480,
        calendar: 'office',
      },
      {
        id: 'rest',
        label: 'First touch in one business day',
        firstTouchMinutes: 480,
        calendar: 'office',
      },
    ],
    ...(members[0] && { managerId: members[0].userId }),
  }
}
