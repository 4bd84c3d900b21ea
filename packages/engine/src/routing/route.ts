import type { Destination, Lane, Route } from '@bantam/schema'
import type { LeadFacts } from '../condition/facts.ts'
import { slaFor } from '../sla/sla-for.ts'
import type { ZoneOffset } from '../sla/wall-time.ts'
import { assign, type ChangedCredit } from './assign.ts'
import type { CompiledRouting } from './compile-routing.ts'
import { matchRule } from './match-rule.ts'
import type { Person } from './people.ts'
import type { Credit } from './round-robin.ts'

export interface RouteInput {
  readonly lane: Lane
  readonly facts: LeadFacts
  /** Epoch milliseconds. */
  readonly now: number
  readonly people: readonly Person[]
  /** Standing of the pools' members; who has none starts at 0. */
  readonly credits: readonly Credit[]
  readonly existingOwner?: string | undefined
  readonly zone: ZoneOffset
}

/**
 * Decides where a lead goes, whose it is and by when it is to be touched, and records why. A lead
 * for sales always gets an owner while there is anybody at all. Only owned leads and those of a
 * team that answers carry a promise.
 */
export const routeOf = (
  routing: CompiledRouting,
  input: RouteInput,
): { readonly route: Route; readonly credits: readonly ChangedCredit[] } => {
  const { target, tried } = matchRule(routing, input)
  const { sla, due = input.now } = slaFor(routing, input) ?? {}
  const { owner, candidates, how, alarms, credits } = assign(target, { ...input, routing, due })
  const route: Route = {
    destination: target.destination,
    ...(owner && { owner: { id: owner.id, name: owner.name } }),
    ...(sla && (owner || answering.has(target.destination)) && { sla }),
    record: { rules: tried, candidates, ...(owner && { chosen: owner.id }), how, alarms },
  }
  return { route, credits }
}

const answering: ReadonlySet<Destination> = new Set<Destination>(['sales', 'partner', 'support'])
