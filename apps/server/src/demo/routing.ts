import type { Routing } from '@bantam/schema'

/** Two pools: large companies to the seniors, everybody else to the inside team. `idOf` names a person by email. */
export const demoRouting = (idOf: (email: string) => string): Routing => {
  const always: [string, string][] = [['00:00', '24:00']]
  const office: [string, string][] = [
    ['09:00', '12:30'],
    ['13:30', '18:00'],
  ]
  return {
    schema: 1,
    rules: [
      {
        id: 'enterprise',
        label: 'Large companies to the senior team',
        lanes: ['sales'],
        when: { ref: 'property:companySize', op: 'is-any-of', value: ['s-201-1000', 's-1001'] },
        to: { destination: 'sales', pool: 'senior' },
      },
      {
        id: 'inside',
        label: 'Everybody else in the sales lane to the inside team',
        lanes: ['sales'],
        to: { destination: 'sales', pool: 'inside' },
      },
      {
        id: 'prospecting',
        label: 'Good fit without intent to the prospecting list',
        lanes: ['prospecting'],
        to: { destination: 'prospecting' },
      },
      {
        id: 'disqualified',
        label: 'Disqualified',
        lanes: ['disqualified'],
        to: { destination: 'disqualified' },
      },
    ],
    fallback: { destination: 'nurture' },
    pools: [
      {
        id: 'senior',
        label: 'Senior team',
        calendar: 'always',
        members: [
          { userId: idOf('robin@demo.example'), weight: 2 },
          { userId: idOf('riley@demo.example'), weight: 1 },
        ],
      },
      {
        id: 'inside',
        label: 'Inside team',
        calendar: 'always',
        members: [
          { userId: idOf('rowan@demo.example'), weight: 1 },
          { userId: idOf('reese@demo.example'), weight: 1 },
          { userId: idOf('riley@demo.example'), weight: 1 },
        ],
      },
    ],
    calendars: [
      {
        id: 'always',
        label: 'Around the clock',
        zone: 'UTC',
        week: {
          mon: always,
          tue: always,
          wed: always,
          thu: always,
          fri: always,
          sat: always,
          sun: always,
        },
      },
      {
        id: 'office',
        label: 'Office hours, Berlin',
        zone: 'Europe/Berlin',
        week: { mon: office, tue: office, wed: office, thu: office, fri: [['09:00', '15:00']] },
        exceptions: [{ date: '2026-12-25', label: 'Christmas', intervals: [] }],
      },
    ],
    policies: [
      {
        id: 'high-intent',
        label: 'First touch within 5 minutes',
        lanes: ['sales'],
        firstTouchMinutes: 5,
        dispositionMinutes: 1440,
        calendar: 'always',
      },
      {
        id: 'low-intent',
        label: 'First touch within one business day',
        firstTouchMinutes: 480,
        calendar: 'office',
      },
    ],
    managerId: idOf('manager@demo.example'),
  }
}
