import { boot } from './boot.ts'
import { diagnosis } from './diagnosis.ts'
import { imports } from './imports.ts'
import { inboxLatency } from './inbox-latency.ts'
import { ms, type Part, type Row } from './part.ts'
import { benchScoring } from './scoring.ts'
import { spared } from './spared.ts'
import { benchSubmissions, type Submissions } from './submissions.ts'
import { widget } from './widget.ts'

/** Least share of the bare server's throughput. */
const shares = { SQLite: 0.6, PostgreSQL: 0.5 }

const durability = { SQLite: 'synchronous=FULL', PostgreSQL: 'fsync on' }

const submissions = (database: Submissions['database']): Part => ({
  name: database.toLowerCase(),
  method: `64 connections submit the demo form to our server and to a bare Hono + zod server that writes the same rows in group commits, each on its own database (${durability[database]}); bursts in turns, medians.`,
  async run() {
    const { ours, bare, ratio } = await benchSubmissions(database)
    const perSecond = (value: number) => `${value.toFixed(0)}/s`
    const share = shares[database]
    return [
      {
        figure: `Submissions on ${database}`,
        measured: perSecond(ours.perSecond),
        reference: `${perSecond(bare.perSecond)} (bare server)`,
        ratio,
        target: `≥ ${share} ×`,
        isReached: ratio >= share && ours.refused === 0,
      },
      ...(['p50', 'p99'] as const).map((name) => ({
        figure: `Submissions on ${database}, ${name}`,
        measured: ms(ours[name]),
        reference: `${ms(bare[name])} (bare server)`,
        ratio: ours[name] / bare[name],
      })),
      { figure: `Submissions on ${database}, refused`, measured: String(ours.refused) },
    ]
  },
})

/** Least times as fast as the reference, by the name of the comparison. */
const factors: { readonly [comparison: string]: number } = {
  'scoreOf beside json-rules-engine': 100,
  'measure beside json-logic-engine compiled': 1,
}

const scoring: Part = {
  name: 'scoring',
  method:
    'The same 256 leads by the same 40 criteria and 12 branch conditions, 12 answers each; all engines must agree on every lead first. Leads per second of processor time, medians of rounds in turns. scoreOf explains each point, measure gives the numbers alone.',
  async run() {
    const perSecond = (micros: number) => `${Math.round(1e6 / micros).toLocaleString('en')}/s`
    return (await benchScoring()).map(({ name, ours, reference, ratio }): Row => {
      const factor = factors[name]
      return {
        figure: `Scoring: ${name}`,
        measured: perSecond(ours),
        reference: perSecond(reference),
        ratio,
        ...(factor !== undefined && { target: `≥ ${factor} ×`, isReached: ratio >= factor }),
      }
    })
  },
}

/** In the order in which they run. */
export const parts: readonly Part[] = [
  submissions('SQLite'),
  submissions('PostgreSQL'),
  scoring,
  imports,
  spared,
  diagnosis,
  inboxLatency,
  boot,
  widget,
]
