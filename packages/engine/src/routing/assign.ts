import type { DecisionRecord, RouteTarget } from '@bantam/schema'
import type { ZoneOffset } from '../sla/wall-time.ts'
import { candidatesOf, eligibleOf } from './candidates.ts'
import type { CompiledRouting } from './compile-routing.ts'
import { canWork, isOverloaded, type Person } from './people.ts'
import { takeTurn, type Credit } from './round-robin.ts'

/** A standing to store; undefined for who was never assigned. */
export interface ChangedCredit extends Omit<Credit, 'lastAssignedAt'> {
  readonly lastAssignedAt: number | undefined
}

export interface Assignment extends Pick<DecisionRecord, 'candidates' | 'how' | 'alarms'> {
  readonly owner: Person | undefined
  /** Only the rows that changed. */
  readonly credits: readonly ChangedCredit[]
}

export interface Staff {
  readonly routing: CompiledRouting
  readonly people: readonly Person[]
  readonly credits: readonly Credit[]
  readonly existingOwner?: string | undefined
  readonly now: number
  readonly due: number
  readonly zone: ZoneOffset
}

/** Finds the owner a target asks for: who owns the lead already, the person it names, a turn of its pool, else the manager. */
export const assign = (target: RouteTarget, staff: Staff): Assignment => {
  const { routing, people, existingOwner, now } = staff
  if (target.pool === undefined && target.user === undefined && target.destination !== 'sales')
    return { ...unpooled, owner: undefined, how: 'none', alarms: [] }
  const able = (id: string | undefined) =>
    people.find((person) => person.id === id && canWork(person, now))
  const pool = target.pool === undefined ? undefined : routing.pools.get(target.pool)

  const owner = able(existingOwner) ?? able(target.user)
  if (owner) {
    const cap = pool?.members.find(({ userId }) => userId === owner.id)?.cap ?? Infinity
    const isOver =
      owner.open >= cap ||
      isOverloaded(
        owner,
        people.filter(({ isActive }) => isActive),
      )
    const how = owner.id === existingOwner ? 'existing-owner' : 'named'
    return { ...unpooled, owner, how, alarms: isOver ? ['overloaded'] : [] }
  }
  const candidates = pool ? candidatesOf(pool, staff) : []
  const { eligible, isWidened } = eligibleOf(candidates)
  const after = takeTurn(eligible, now)
  const chosen = candidates.find(({ userId }) => userId === after[0]?.userId)
  const rows = candidates.map(({ userId, weight, credit, person, reasons }) => ({
    userId,
    weight,
    open: person?.open ?? 0,
    ...(reasons[0] && { leftOut: reasons[0] }),
    creditBefore: credit,
    creditAfter: after.find((one) => one.userId === userId)?.credit ?? credit,
  }))
  if (!chosen?.person) return { ...toManager(staff), candidates: rows }
  const team = candidates.flatMap(({ person }) => (person?.isActive ? [person] : []))
  const isOver = chosen.reasons.includes('at-cap') || isOverloaded(chosen.person, team)
  return {
    owner: chosen.person,
    how: isWidened ? 'widened' : 'round-robin',
    alarms: isOver ? ['overloaded'] : [],
    candidates: rows,
    credits: after
      .filter(({ userId, credit }) => {
        const before = candidates.find((one) => one.userId === userId)
        return userId === chosen.userId || before?.credit !== credit
      })
      .map(({ poolId, userId, credit, lastAssignedAt }) => ({
        poolId,
        userId,
        credit,
        lastAssignedAt,
      })),
  }
}

const unpooled = { candidates: [], credits: [] }

/** Nobody else can: the manager, or where none is named whoever is least loaded, is told so. */
const toManager = ({ routing, people, now }: Staff): Assignment => {
  const manager = people.find(({ id, isActive }) => id === routing.routing.managerId && isActive)
  const least = (some: readonly Person[]) =>
    some.reduce<Person | undefined>(
      (best, one) => (best && best.open <= one.open ? best : one),
      undefined,
    )
  const owner =
    manager ??
    least(people.filter((person) => canWork(person, now))) ??
    least(people.filter(({ isActive }) => isActive))
  return { ...unpooled, owner, how: owner ? 'manager' : 'none', alarms: ['no-candidate'] }
}
