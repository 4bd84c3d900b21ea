import { decide, prepare, type Definitions, type FormVersion } from '@bantam/api'
import { RejectionReason } from '@bantam/schema'
import type {
  EventRecord,
  IntakeSeen,
  LeadAction,
  StorableLead,
  SubmissionRecord,
} from '@bantam/storage'
import { v7 } from 'uuid'
import { seededChance, type Chance } from './chance.ts'
import { demoVisit } from './visitors.ts'

export interface History {
  readonly leads: readonly StorableLead[]
  readonly submissions: readonly SubmissionRecord[]
  readonly events: readonly EventRecord[]
  readonly actions: readonly LeadAction[]
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * Ninety days of leads that end at `now`, each scored and routed by the same code as a real one, and then worked on
 * by the people it went to. The same seed and instant give the same history.
 */
export const demoHistory = (
  forms: { readonly [name in 'demo-request' | 'content-download']: FormVersion },
  {
    definitions,
    now,
    seed,
    size,
  }: { definitions: Definitions; now: number; seed: number; size: number },
): History => {
  const chance = seededChance(seed)
  const history = {
    leads: [] as StorableLead[],
    submissions: [] as SubmissionRecord[],
    events: [] as EventRecord[],
    actions: [] as LeadAction[],
  }
  let credits: IntakeSeen['credits'] = []
  for (const at of arrivals(chance, { now, size })) {
    const visit = demoVisit(chance, at % 1000)
    const preparation = prepare(
      { version: 1, answers: visit.answers, hidden: visit.hidden, page: visit.page },
      {
        form: forms[visit.form],
        definitions,
        key: `history-${at}`,
        fingerprint: 'history',
        visitorHash: undefined,
        signals: [],
        now: new Date(at),
      },
    )
    if (preparation.kind === 'refused')
      throw new Error(
        `the demo's history does not fit its form: ${JSON.stringify(preparation.errors)}`,
      )
    const decided = decide(
      [preparation.submission],
      { submissions: [], leads: [], open: [], credits },
      {
        now: new Date(at),
        newId: () => v7({ msecs: at }),
        hasMailServer: true,
      },
    )
    credits = replaced(credits, decided.credits)
    for (const { said, ...rest } of decided.submissions)
      history.submissions.push({ ...rest, ...said.value })
    history.events.push(...decided.events)
    for (const { lead } of decided.leads) {
      const worked = workOn(lead, { chance, now })
      history.leads.push(worked.lead)
      history.actions.push(...worked.actions)
    }
  }
  return history
}

/** Weekdays see three times the visitors of a weekend; three people came within the last minutes. */
const arrivals = (chance: Chance, { now, size }: { now: number; size: number }): number[] => {
  const times = new Set([now - minute, now - 2.5 * minute, now - 4 * minute].map(Math.floor))
  while (times.size < size) {
    const at = Math.floor(now - chance.next() * 90 * day)
    const weekday = new Date(at).getUTCDay()
    const isWeekend = weekday === 0 || weekday === 6
    if (!isWeekend || chance.next() < 0.33) times.add(at)
  }
  return [...times].toSorted((one, other) => one - other)
}

type Credits = IntakeSeen['credits']
const replaced = (rows: Credits, changed: Credits): Credits => [
  ...rows.filter(
    (row) => !changed.some((one) => one.userId === row.userId && one.poolId === row.poolId),
  ),
  ...changed,
]

/** What the owner did with a lead that is old enough: mostly in time, mostly accepted, sometimes not. */
const workOn = (
  lead: StorableLead,
  { chance, now }: { chance: Chance; now: number },
): { lead: StorableLead; actions: LeadAction[] } => {
  const routed = lead.routedAt.getTime()
  const isFresh = now - routed < 5 * minute
  if (!lead.ownerId || isFresh || (now - routed < 2 * day && chance.next() < 0.4))
    return { lead, actions: [] }
  const act = (kind: LeadAction['kind'], at: number, reason?: string): LeadAction => ({
    id: v7({ msecs: at }),
    leadId: lead.id,
    actorId: lead.ownerId,
    kind,
    reason,
    note: undefined,
    at: new Date(at),
  })
  const claimed = Math.min(
    now,
    routed + Math.floor((chance.next() < 0.8 ? 4 : 40) * minute * chance.next() + 20_000),
  )
  const decidedAt = Math.min(now, claimed + Math.floor(chance.next() * day))
  const decision = chance.weighted([
    ['accepted', 5],
    ['converted', 4],
    ['rejected', 2],
    ['recycled', 1],
  ] as const)
  const reason =
    decision === 'rejected'
      ? chance.pick(RejectionReason.options as [RejectionReason, ...RejectionReason[]])
      : undefined
  const stages = {
    accepted: 'sal',
    converted: 'sql',
    rejected: 'disqualified',
    recycled: 'nurture',
  } as const
  return {
    lead: {
      ...lead,
      stage: stages[decision],
      claimedAt: new Date(claimed),
      touchedAt: new Date(claimed),
      updatedAt: new Date(decidedAt),
    },
    actions: [act('claimed', claimed), act('touched', claimed), act(decision, decidedAt, reason)],
  }
}
