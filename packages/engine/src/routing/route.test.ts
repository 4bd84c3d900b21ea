import { Route, type Routing } from '@bantam/schema'
import { expect, test } from 'vitest'
import { always, at, berlin, zone } from '../testing/calendars.ts'
import { test as when } from '../testing/forms.ts'
import { compileRouting } from './compile-routing.ts'
import type { Person } from './people.ts'
import { routeOf, type RouteInput } from './route.ts'

/** A Wednesday at ten in Berlin. */
const NOW = at('2026-11-18T10:00:00+01:00')
const SATURDAY = at('2026-11-21T15:00:00+01:00')

const routing: Routing = {
  schema: 1,
  rules: [
    {
      id: 'enterprise',
      label: 'Large companies',
      lanes: ['sales'],
      when: when('question:size', 'at-least', 1000),
      to: { destination: 'sales', pool: 'senior' },
    },
    {
      id: 'vip',
      label: 'Known accounts',
      when: when('account:tier', 'is', 'vip'),
      to: { destination: 'sales', user: 'eva' },
    },
    { id: 'sales', label: 'Sales', lanes: ['sales'], to: { destination: 'sales', pool: 'team' } },
  ],
  fallback: { destination: 'nurture' },
  pools: [
    { id: 'senior', label: 'Senior', members: [{ userId: 'eva', weight: 1 }] },
    {
      id: 'team',
      label: 'Team',
      calendar: 'berlin',
      members: [
        { userId: 'ann', weight: 2, cap: 10 },
        { userId: 'bob', weight: 1 },
      ],
    },
  ],
  calendars: [berlin, always],
  policies: [
    {
      id: 'fast',
      label: 'Five minutes',
      lanes: ['sales'],
      firstTouchMinutes: 5,
      dispositionMinutes: 480,
      calendar: 'always',
    },
    { id: 'slow', label: 'One business day', firstTouchMinutes: 480, calendar: 'berlin' },
  ],
  managerId: 'max',
}

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id.toUpperCase(),
  isActive: true,
  open: 0,
  absences: [],
  ...more,
})
const away = { absences: [{ from: NOW - 1, to: SATURDAY + 1 }] }

const route = ({
  people = {},
  facts = {},
  ...more
}: Partial<Omit<RouteInput, 'people' | 'facts'>> & {
  people?: { [id: string]: Partial<Person> }
  facts?: { [ref: string]: string | number }
} = {}) =>
  routeOf(compileRouting(routing), {
    lane: 'sales',
    facts: { values: facts, signals: [] },
    now: NOW,
    people: ['ann', 'bob', 'eva', 'max'].map((id) => person(id, people[id])),
    credits: [],
    zone,
    ...more,
  })

test('the first rule that matches decides, and every rule tried is on record', () => {
  const { route: decided } = route()
  expect(decided).toMatchObject({ destination: 'sales', owner: { id: 'ann', name: 'ANN' } })
  expect(
    decided.record.rules.map(({ id, outcome, because }) => `${id} ${outcome}: ${because}`),
  ).toEqual([
    'enterprise passed: what its condition asks is not known',
    'vip passed: what its condition asks is not known',
    'sales matched: the lane is sales',
  ])
  expect(Route.parse(decided)).toEqual(decided)
})

test('no rule matched means the fallback, without owner and promise', () => {
  const { route: decided, credits } = route({ lane: 'nurture' })
  expect(decided.destination).toBe('nurture')
  expect([decided.owner, decided.sla, credits]).toEqual([undefined, undefined, []])
  expect(decided.record.how).toBe('none')
  expect(decided.record.rules.at(-1)?.outcome).toBe('fallback')
})

test('turns go by weight, and only rows that changed are given back', () => {
  let credits: RouteInput['credits'] = []
  const owners = Array.from({ length: 6 }, (_, at) => {
    const decided = route({ credits, now: NOW + at })
    expect(decided.credits.map(({ poolId }) => poolId)).toEqual(['team', 'team'])
    credits = decided.credits
    return decided.route.owner?.id
  })
  expect(owners).toEqual(['ann', 'bob', 'ann', 'ann', 'bob', 'ann'])
})

test('who owns the lead already keeps it, unless away', () => {
  expect(route({ existingOwner: 'bob' }).route.record).toMatchObject({
    chosen: 'bob',
    how: 'existing-owner',
  })
  expect(route({ existingOwner: 'bob', people: { bob: away } }).route.owner?.id).toBe('ann')
  expect(route({ existingOwner: 'bob', lane: 'nurture' }).route.owner).toBeUndefined()
})

test('a named person is taken, and the manager instead when they are away', () => {
  const facts = { 'account:tier': 'VIP' }
  expect(route({ facts }).route.record).toMatchObject({ chosen: 'eva', how: 'named' })
  expect(route({ facts, people: { eva: { isActive: false } } }).route.record).toMatchObject({
    chosen: 'max',
    how: 'manager',
    alarms: ['no-candidate'],
  })
})

test('the record says why each candidate was left out, with credits before and after', () => {
  const { record } = route({ people: { ann: { open: 10 } } }).route
  expect(record.candidates).toEqual([
    { userId: 'ann', weight: 2, open: 10, leftOut: 'at-cap', creditBefore: 0, creditAfter: 0 },
    { userId: 'bob', weight: 1, open: 0, creditBefore: 0, creditAfter: 0 },
  ])
  expect(record).toMatchObject({ chosen: 'bob', how: 'round-robin' })
})

test('widening first overlooks hours, then the cap, and last takes the manager', () => {
  const saturday = route({ now: SATURDAY }).route.record
  expect(saturday).toMatchObject({ chosen: 'ann', how: 'widened', alarms: [] })
  expect(saturday.candidates.map(({ leftOut }) => leftOut)).toEqual(['off-hours', 'off-hours'])
  const full = { ann: { open: 10 }, bob: away }
  expect(route({ people: full }).route.record).toMatchObject({
    chosen: 'ann',
    how: 'widened',
    alarms: ['overloaded'],
  })
  const none = { ann: away, bob: { isActive: false } }
  expect(route({ people: none }).route.record).toMatchObject({
    chosen: 'max',
    how: 'manager',
    alarms: ['no-candidate'],
  })
})

test('who opens before the promise is due is as good as open', () => {
  const patient = {
    ...routing,
    policies: [{ ...routing.policies[1] } as Routing['policies'][number]],
  }
  const { record } = routeOf(compileRouting(patient), {
    lane: 'sales',
    facts: { values: {}, signals: [] },
    now: SATURDAY,
    people: [person('ann'), person('bob')],
    credits: [],
    zone,
  }).route
  expect(record.how).toBe('round-robin')
})

test('no lead for sales is without owner while anybody is there', () => {
  const { record } = route({ people: { ann: away, bob: away, max: { isActive: false } } }).route
  expect(record).toMatchObject({ chosen: 'eva', how: 'manager' })
})

test('an overloaded rep gets the lead all the same, and the manager is told', () => {
  const pool = {
    ...routing,
    pools: [
      {
        id: 'team',
        label: 'Team',
        members: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((userId) => ({ userId, weight: 1 })),
      },
    ],
  }
  const people =
    pool.pools[0]?.members.map(({ userId }) => person(userId, { open: userId === 'a' ? 9 : 1 })) ??
    []
  const { record } = routeOf(compileRouting(pool), {
    lane: 'sales',
    facts: { values: {}, signals: [] },
    now: NOW,
    people,
    credits: [],
    zone,
  }).route
  expect(record).toMatchObject({ chosen: 'a', alarms: ['overloaded'] })
})

test('the promise is the first policy that fits, with its due times frozen', () => {
  expect(route().route.sla).toEqual({
    policy: 'fast',
    label: 'Five minutes',
    startedAt: '2026-11-18T09:00:00.000Z',
    firstTouchDue: '2026-11-18T09:05:00.000Z',
    warnAt: '2026-11-18T09:04:00.000Z',
    dispositionDue: '2026-11-18T17:00:00.000Z',
  })
})
