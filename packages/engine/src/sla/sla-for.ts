import type { Calendar, Lane, Sla, SlaPolicy } from '@bantam/schema'
import { compileCondition } from '../condition/compile-condition.ts'
import type { Holds, LeadFacts } from '../condition/facts.ts'
import { addBusinessTime } from './business-time.ts'
import { isoOf, MINUTE } from './civil.ts'
import type { ZoneOffset } from './wall-time.ts'

export interface CompiledPolicy {
  readonly policy: SlaPolicy
  readonly holds: Holds | undefined
}

export const compilePolicies = (policies: readonly SlaPolicy[]): readonly CompiledPolicy[] =>
  policies.map((policy) => ({ policy, holds: policy.when && compileCondition(policy.when) }))

/** The promise as it is stored, and the first touch's due time in epoch milliseconds. */
export interface Promised {
  readonly sla: Sla
  readonly due: number
}

/** Share of the promised time after which it is warned. */
const WARN_AT = 0.8

/**
 * The promise for a lead routed at `now`: the first policy that fits, with its due times frozen.
 * Undefined when none fits. A calendar without working time gives plain time and a label that says so.
 */
export const slaFor = (
  {
    policies,
    calendars,
  }: {
    readonly policies: readonly CompiledPolicy[]
    readonly calendars: ReadonlyMap<string, Calendar>
  },
  {
    lane,
    facts,
    now,
    zone,
  }: {
    readonly lane: Lane
    readonly facts: LeadFacts
    readonly now: number
    readonly zone: ZoneOffset
  },
): Promised | undefined => {
  const policy = policies.find(
    (one) =>
      (one.policy.lanes?.includes(lane) ?? true) && (!one.holds || one.holds(facts, now) === 1),
  )?.policy
  if (!policy) return undefined
  const calendar = calendars.get(policy.calendar)
  const after = (minutes: number) =>
    calendar
      ? addBusinessTime(calendar, { start: now, ms: minutes * MINUTE, zone })
      : { at: now + minutes * MINUTE, isPlainTime: true }
  const firstTouch = after(policy.firstTouchMinutes)
  const { id, label, dispositionMinutes } = policy
  const sla: Sla = {
    policy: id,
    label: firstTouch.isPlainTime ? `${label} (plain time: no working hours)` : label,
    startedAt: isoOf(now),
    firstTouchDue: isoOf(firstTouch.at),
    warnAt: isoOf(after(policy.firstTouchMinutes * WARN_AT).at),
    ...(dispositionMinutes !== undefined && {
      dispositionDue: isoOf(after(dispositionMinutes).at),
    }),
  }
  return { sla, due: firstTouch.at }
}
