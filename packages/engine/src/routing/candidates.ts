import type { DecisionRecord, Pool } from '@bantam/schema'
import { nextOpening } from '../sla/business-time.ts'
import type { ZoneOffset } from '../sla/wall-time.ts'
import type { CompiledRouting } from './compile-routing.ts'
import { isAbsent, type Person } from './people.ts'
import type { Contender, Credit } from './round-robin.ts'

type LeftOut = NonNullable<DecisionRecord['candidates'][number]['leftOut']>

/** A pool member and the reasons against them, in the order in which they are told. */
export interface Candidate extends Contender {
  readonly person: Person | undefined
  readonly reasons: readonly LeftOut[]
}

/** The members of a pool with the reasons that leave each out, if any. */
export const candidatesOf = (
  pool: Pool,
  {
    routing,
    people,
    credits,
    now,
    due,
    zone,
  }: {
    readonly routing: CompiledRouting
    readonly people: readonly Person[]
    readonly credits: readonly Credit[]
    readonly now: number
    /** When the first touch is due: who opens before then is as good as open. */
    readonly due: number
    readonly zone: ZoneOffset
  },
): readonly Candidate[] =>
  pool.members.map(({ userId, weight, cap, calendar = pool.calendar }) => {
    const person = people.find(({ id }) => id === userId)
    const standing = credits.find((one) => one.poolId === pool.id && one.userId === userId)
    const hours = calendar === undefined ? undefined : routing.calendars.get(calendar)
    const opening = hours ? (nextOpening(hours, { start: now, zone }) ?? Infinity) : now
    const checks: { readonly [R in LeftOut]: boolean } = {
      inactive: !person?.isActive,
      absent: person !== undefined && isAbsent(person, now),
      'off-hours': opening > due,
      'at-cap': cap !== undefined && (person?.open ?? 0) >= cap,
    }
    const reasons = order.filter((reason) => checks[reason])
    return {
      poolId: pool.id,
      userId,
      weight,
      credit: standing?.credit ?? 0,
      lastAssignedAt: standing?.lastAssignedAt,
      person,
      reasons,
    }
  })

const order: readonly LeftOut[] = ['inactive', 'absent', 'off-hours', 'at-cap']

/** What may be overlooked, step by step, before a lead goes to the manager. */
const widenings: readonly (readonly LeftOut[])[] = [[], ['off-hours'], ['off-hours', 'at-cap']]

/** The candidates of the first step that has any, and whether that took widening. */
export const eligibleOf = (
  candidates: readonly Candidate[],
): { readonly eligible: readonly Candidate[]; readonly isWidened: boolean } => {
  for (const overlooked of widenings) {
    const eligible = candidates.filter(({ reasons }) =>
      reasons.every((reason) => overlooked.includes(reason)),
    )
    if (eligible.length) return { eligible, isWidened: overlooked.length > 0 }
  }
  return { eligible: [], isWidened: true }
}
