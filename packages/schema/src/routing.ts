import { z } from 'zod'
import { Condition } from './condition.ts'
import { Id } from './question.ts'
import { Lane } from './scoring.ts'
import { Calendar, SlaPolicy } from './sla.ts'

export const Destination = z.enum([
  'sales',
  'nurture',
  'partner',
  'support',
  'prospecting',
  'disqualified',
])
export type Destination = z.infer<typeof Destination>

/** Whom a rule hands a lead to: a pool by weighted round robin, one named person, or a destination without owner. */
export const RouteTarget = z.strictObject({
  destination: Destination,
  pool: Id.optional(),
  user: Id.optional(),
  /** Tell the owner at once; true when a pool or user is named. */
  notify: z.boolean().optional(),
})
export type RouteTarget = z.infer<typeof RouteTarget>

export const RoutingRule = z.strictObject({
  id: Id,
  label: z.string().max(300),
  lanes: z.array(Lane).optional(),
  when: Condition.optional(),
  to: RouteTarget,
})
export type RoutingRule = z.infer<typeof RoutingRule>

export const PoolMember = z.strictObject({
  userId: Id,
  weight: z.int().min(1).max(1000),
  /** Most open leads this person takes; none when absent. */
  cap: z.int().min(1).optional(),
  /** Calendar of this person's working hours; the pool's when absent. */
  calendar: Id.optional(),
})
export type PoolMember = z.infer<typeof PoolMember>

export const Pool = z.strictObject({
  id: Id,
  label: z.string().max(300),
  calendar: Id.optional(),
  members: z.array(PoolMember),
})
export type Pool = z.infer<typeof Pool>

/** Ordered rules, first match wins; `fallback` is mandatory, so no lead is ever without a route. */
export const Routing = z.strictObject({
  schema: z.literal(1),
  rules: z.array(RoutingRule),
  fallback: RouteTarget,
  pools: z.array(Pool),
  calendars: z.array(Calendar),
  /** Ordered, first match wins; the last has no condition. */
  policies: z.array(SlaPolicy).min(1),
  /** Who takes a lead that no pool can. */
  managerId: Id.optional(),
})
export type Routing = z.infer<typeof Routing>

/** Why a person was not a candidate. */
export const LeftOut = z.enum(['absent', 'off-hours', 'at-cap', 'inactive'])

/** Everything that made a route what it is, kept with the submission. */
export const DecisionRecord = z.object({
  rules: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      outcome: z.enum(['matched', 'passed', 'fallback']),
      because: z.string(),
    }),
  ),
  candidates: z.array(
    z.object({
      userId: z.string(),
      weight: z.number(),
      open: z.number(),
      leftOut: LeftOut.optional(),
      creditBefore: z.number(),
      creditAfter: z.number(),
    }),
  ),
  chosen: z.string().optional(),
  /** `existing-owner`, `named`, `round-robin`, `widened`, `manager` or `none`. */
  how: z.enum(['existing-owner', 'named', 'round-robin', 'widened', 'manager', 'none']),
  /** Things the manager is told without blocking the assignment: `overloaded`, `no-candidate`. */
  alarms: z.array(z.string()),
})
export type DecisionRecord = z.infer<typeof DecisionRecord>

export const Sla = z.object({
  policy: z.string(),
  label: z.string(),
  startedAt: z.iso.datetime(),
  firstTouchDue: z.iso.datetime(),
  warnAt: z.iso.datetime(),
  dispositionDue: z.iso.datetime().optional(),
})
export type Sla = z.infer<typeof Sla>

/** The decision for one submission. */
export const Route = z.object({
  destination: Destination,
  owner: z.object({ id: z.string(), name: z.string() }).optional(),
  sla: Sla.optional(),
  record: DecisionRecord,
})
export type Route = z.infer<typeof Route>
