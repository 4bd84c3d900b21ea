import { compileRouting } from '@bantam/engine'
import type { Routing } from '@bantam/schema'
import { expect, test } from 'vitest'
import type { Definitions } from './directory.ts'
import { askedOf, routingFacts } from './routing-facts.ts'

const routingOf = (refs: readonly string[]) =>
  compileRouting({
    schema: 1,
    rules: refs.map((ref) => ({
      id: ref,
      label: ref,
      when: { ref, op: 'is-answered' },
      to: { destination: 'sales' },
    })),
    fallback: { destination: 'nurture' },
    pools: [],
    calendars: [],
    policies: [
      {
        id: 'p',
        label: 'P',
        when: { ref: 'property:role', op: 'is-answered' },
        firstTouchMinutes: 5,
        calendar: 'always',
      },
    ],
  } satisfies Routing)
const factsOf = (asked: ReturnType<typeof askedOf>, routing: ReturnType<typeof routingOf>) =>
  routingFacts({ asked, signals: [], definitions: { routing } as Definitions })

test('what rules and promises ask for is put down, and what they ask for in vain', () => {
  const routing = routingOf(['question:size', 'question:plan'])
  const asked = askedOf(routing, { 'question:size': 5, 'question:other': 'x' })
  expect(asked).toEqual({ 'question:size': 5, 'question:plan': null, 'property:role': null })
  expect(factsOf(asked, routing)?.values).toBe(asked)
})

test('routing that asks for more by now is not answered from what was put down', () => {
  const asked = askedOf(routingOf(['question:size']), { 'question:size': 5 })
  expect(factsOf(asked, routingOf(['question:size', 'question:plan']))).toBeUndefined()
})
