import type { CompiledRouting, LeadFacts } from '@bantam/engine'
import { isInList } from '../facts/mail-domains.ts'
import type { Prepared } from './prepared.ts'
import type { Values } from './values-said.ts'

/** What routing asks of some values: all that a decision on somebody new reads of them. */
export const askedOf = ({ refs }: CompiledRouting, values: Values): Prepared['asked'] => {
  const asked: { [ref: string]: Prepared['asked'][string] } = {}
  for (const ref of refs) asked[ref] = values[ref] ?? null
  return asked
}

/** The facts for that decision. Undefined where routing has been changed since, and asks for more than was put down. */
export const routingFacts = ({
  asked,
  signals,
  definitions,
}: Pick<Prepared, 'asked' | 'signals' | 'definitions'>): LeadFacts | undefined =>
  definitions.routing.refs.every((ref) => ref in asked)
    ? { values: asked, signals, inList: isInList }
    : undefined
