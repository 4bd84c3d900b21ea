import type { Calendar, Pool, Routing, RoutingRule } from '@bantam/schema'
import { compileCondition } from '../condition/compile-condition.ts'
import type { Holds } from '../condition/facts.ts'
import { refsOf } from '../condition/refs.ts'
import { compilePolicies, type CompiledPolicy } from '../sla/sla-for.ts'

/** A routing document prepared for many leads; keep and reuse. */
export interface CompiledRouting {
  readonly routing: Routing
  readonly rules: readonly { readonly rule: RoutingRule; readonly holds: Holds | undefined }[]
  readonly pools: ReadonlyMap<string, Pool>
  readonly calendars: ReadonlyMap<string, Calendar>
  readonly policies: readonly CompiledPolicy[]
  /** All that its rules and policies read of a lead, once. */
  readonly refs: readonly string[]
}

export const compileRouting = (routing: Routing): CompiledRouting => ({
  routing,
  rules: routing.rules.map((rule) => ({ rule, holds: rule.when && compileCondition(rule.when) })),
  pools: new Map(routing.pools.map((pool) => [pool.id, pool])),
  calendars: new Map(routing.calendars.map((calendar) => [calendar.id, calendar])),
  policies: compilePolicies(routing.policies),
  refs: [
    ...new Set(
      [...routing.rules, ...routing.policies].flatMap(({ when }) => (when ? refsOf(when) : [])),
    ),
  ],
})
