import { deepStrictEqual } from 'node:assert/strict'
import type { LeadFacts } from '@bantam/engine'
import { median } from './median.ts'
import { logicEngine, logicJs, rulesEngine, type Outcome } from './scoring-references.ts'
import { branches, criteria, leads, model, type Answers } from './scoring-subject.ts'
import { shippedEngine } from './shipped-engine.ts'

/** One comparison: microseconds of processor time per lead of ours and of the reference, and how many times faster ours is in the median round. */
export interface ScoringRatio {
  readonly name: string
  readonly ours: number
  readonly reference: number
  readonly ratio: number
}

const NOW = 1_800_000_000_000
const ROUNDS = 15

/**
 * Scores the same leads by the same 40 criteria and 12 branch conditions with Bantam's engine and
 * with three rule engines; first checks that all agree on every lead. Medians of interleaved
 * rounds, a few seconds in all. Ours compares without regard to case and in three values, the
 * others plainly.
 */
export const benchScoring = async (): Promise<readonly ScoringRatio[]> => {
  const { compileModel, measure, scoreOf } = await shippedEngine()
  const sample = leads(256)
  const facts = sample.map(factsOf)
  const compiled = compileModel(model, { version: 1 })
  const measured = (lead: LeadFacts): Outcome => measure(compiled, lead, { now: NOW })
  const explained = (lead: LeadFacts) => scoreOf(compiled, lead, { now: NOW })
  const [logic, interpreted, rules] = [logicEngine(), logicJs(), rulesEngine()]
  for (const [at, lead] of sample.entries()) {
    const own = facts[at] as LeadFacts
    const expected = await rules(lead)
    const { fit, intent, lane } = explained(own)
    for (const actual of [measured(own), { fit, intent, lane }, logic(lead), interpreted(lead)])
      deepStrictEqual(actual, expected)
  }

  const times: { [name: string]: number[] } = {}
  const record = (name: string, micros: number) => (times[name] ??= []).push(micros)
  for (let round = 0; round < ROUNDS; round++) {
    record('measure', timed(measured, facts, 60))
    record('json-logic-engine compiled', timed(logic, sample, 60))
    record('scoreOf', timed(explained, facts, 20))
    record('json-logic-js', timed(interpreted, sample, 2))
    record('json-rules-engine', await timedAsync(rules, sample.slice(0, 64)))
  }
  const compare = (own: string, other: string): ScoringRatio => {
    const [ours = [], reference = []] = [times[own], times[other]]
    const ratios = reference.map((micros, round) => micros / (ours[round] ?? Number.NaN))
    return {
      name: `${own} beside ${other}`,
      ours: median(ours),
      reference: median(reference),
      ratio: median(ratios),
    }
  }
  return [
    compare('measure', 'json-logic-engine compiled'),
    compare('measure', 'json-logic-js'),
    compare('scoreOf', 'json-rules-engine'),
    compare('scoreOf', 'json-logic-engine compiled'),
  ]
}

/** As the API makes them: every answer under its question, displays from a map. */
const factsOf = (lead: Answers): LeadFacts => {
  const values = Object.fromEntries(
    Object.entries(lead).map(([id, value]) => [`question:${id}`, value]),
  )
  const shown = new Map(Object.keys(values).map((ref) => [ref, String(values[ref])]))
  return { values, signals: [], display: (ref) => shown.get(ref) }
}

/** Keeps results alive, so that no engine is optimised away. */
let sink = 0

/** Processor time in microseconds: neighbours on a shared machine disturb it less than the clock. */
const processorTime = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

const timed = <T>(run: (lead: T) => Outcome, sample: readonly T[], times: number): number => {
  const start = processorTime()
  for (let time = 0; time < times; time++)
    for (const lead of sample) {
      const { fit, intent, lane } = run(lead)
      sink += fit + intent + lane.length
    }
  return (processorTime() - start) / (times * sample.length)
}

const timedAsync = async <T>(
  run: (lead: T) => Promise<Outcome>,
  sample: readonly T[],
): Promise<number> => {
  const start = processorTime()
  for (const lead of sample) sink += (await run(lead)).fit
  return (processorTime() - start) / sample.length
}

if (criteria.length !== 40 || branches.length !== 12)
  throw new RangeError('the comparison is about 40 criteria and 12 branches')
