import {
  endingFor,
  recall,
  recallLookup,
  routeOf,
  scoreOf,
  stageAfter,
  type LeadFacts,
} from '@bantam/engine'
import type { Lane, Route, Score } from '@bantam/schema'
import type {
  IntakeSeen,
  IntakeWrites,
  LeadRecord,
  Receipt,
  SubmissionRecord,
} from '@bantam/storage'
import { zoneOffset } from '../facts/zone.ts'
import { attributionAfter, sourceOf, touchOf } from './attribution.ts'
import { factsOf } from './facts-of.ts'
import { leadProperties } from './lead-properties.ts'
import { openLedger, type Ledger } from './ledger.ts'
import { notices } from './notices.ts'
import type { Prepared } from './prepared.ts'
import { spokenIn } from './spoken.ts'

export type Outcome =
  | { readonly kind: 'accepted'; readonly receipt: Receipt; readonly lane: Lane }
  | { readonly kind: 'repeated'; readonly receipt: Receipt }
  | { readonly kind: 'mismatch' }

export interface Decided extends IntakeWrites {
  /** One outcome per submission of the batch, in its order. */
  readonly outcomes: readonly Outcome[]
}

/** What a decision cannot know by itself: the time, fresh ids, and whether mails can be sent at all. */
export interface Circumstances {
  readonly now: Date
  readonly newId: () => string
  readonly hasMailServer: boolean
}

/**
 * Decides a batch in its order: scores, routes and assigns each submission on what the ones before it left behind.
 * Pure; everything it returns lands in one transaction.
 */
export const decide = (
  batch: readonly Prepared[],
  seen: IntakeSeen,
  circumstances: Circumstances,
): Decided => {
  const ledger = openLedger(seen)
  const outcomes = batch.map((submission) => decideOne(submission, ledger, circumstances))
  return { outcomes, ...ledger.writes() }
}

const decideOne = (submission: Prepared, ledger: Ledger, circumstances: Circumstances): Outcome => {
  const earlier = ledger.earlier(submission)
  if (earlier?.key === submission.key)
    return earlier.fingerprint === submission.fingerprint
      ? { kind: 'repeated', receipt: earlier.receipt }
      : { kind: 'mismatch' }
  if (earlier) return { kind: 'repeated', receipt: earlier.receipt }

  const { form, definitions } = submission
  const { workspaceId } = form
  const before = ledger.lead(workspaceId, submission.email)
  const now = circumstances.now.getTime()
  const model = definitions.model(form)
  const own = factsOf(form.compiled, submission)
  const facts = before ? factsOf(form.compiled, submission, before.properties) : own
  const score = scoreOf(model, facts, { now })
  const shown = shownTo(submission, own)
  const publicLane = shown === facts ? score.lane : scoreOf(model, shown, { now }).lane
  const { route, credits } = routeOf(definitions.routing, {
    lane: score.lane,
    facts,
    now,
    people: definitions.members.map(({ userId, name, isActive }) => ({
      id: userId,
      name,
      isActive,
      open: ledger.open(workspaceId, userId),
      absences: definitions.absences.get(userId) ?? [],
    })),
    credits: ledger
      .credits(workspaceId)
      .map((row) => ({ ...row, lastAssignedAt: row.lastAssignedAt?.getTime() })),
    ...(before?.ownerId && { existingOwner: before.ownerId }),
    zone: zoneOffset,
  })
  ledger.credit(
    workspaceId,
    credits.map((row) => ({
      ...row,
      lastAssignedAt: row.lastAssignedAt === undefined ? undefined : new Date(row.lastAssignedAt),
    })),
  )

  const submissionId = circumstances.newId()
  const receipt = receiptOf(submission, { submissionId, lane: publicLane })
  const lead = leadAfter(before, {
    mql: model.thresholds.mql,
    submission,
    submissionId,
    score,
    route,
    leadId: before?.id ?? circumstances.newId(),
    now: circumstances.now,
  })
  const { events, outbox, acknowledgedOn } = notices(
    { submission, lead, before, route },
    circumstances,
  )
  ledger.add({
    lead: { ...lead, acknowledgedOn },
    isNew: !before,
    record: recordOf(submission, { lead, score, route, receipt, now: circumstances.now }),
    events,
    outbox,
  })
  return { kind: 'accepted', receipt, lane: score.lane }
}

/** What the visitor is shown rests on what this visitor said, never on whom it counts for. */
const shownTo = (submission: Prepared, own: LeadFacts): LeadFacts =>
  submission.visitorValues
    ? factsOf(submission.form.compiled, { ...submission, values: submission.visitorValues })
    : own

/** What the visitor hears: the ending of the path, else the one for a lane. */
export const receiptOf = (
  { form, ending, answers, hidden, language }: Prepared,
  { submissionId, lane }: { submissionId: string; lane: Lane },
): Receipt => {
  const { definition, compiled } = spokenIn(form, language)
  const chosen = endingFor(definition, { lane, ...(ending !== undefined && { ending }) })
  const lookup = recallLookup(
    compiled,
    // Values from before never travel to the browser again.
    new Map(
      answers.flatMap(({ questionId, value, knownSince }) =>
        knownSince === undefined ? [[questionId, value] as const] : [],
      ),
    ),
    hidden,
  )
  return {
    submissionId,
    ending: {
      id: chosen.id,
      kind: chosen.kind,
      title: recall(chosen.title, lookup),
      ...(chosen.body !== undefined && { body: recall(chosen.body, lookup) }),
      ...(chosen.url !== undefined && { url: chosen.url }),
    },
  }
}

const leadAfter = (
  before: LeadRecord | undefined,
  {
    mql,
    submission,
    submissionId,
    score,
    route,
    leadId,
    now,
  }: {
    mql: number
    submission: Prepared
    submissionId: string
    score: Score
    route: Route
    leadId: string
    now: Date
  },
): LeadRecord => ({
  id: leadId,
  workspaceId: submission.form.workspaceId,
  email: submission.email,
  name: submission.name || before?.name || '',
  company: submission.company || before?.company || '',
  properties: leadProperties(submission, { submissionId, now, before: before?.properties }),
  stage: stageAfter({ ...score, mql }, before?.stage),
  lane: score.lane,
  destination: route.destination,
  ownerId: route.owner?.id ?? before?.ownerId,
  score,
  sla: route.sla,
  source: sourceOf(submission.hidden, submission.page),
  attribution: attributionAfter(before?.attribution, {
    start: submission.startTouch,
    end: touchOf(submission.page, now),
  }),
  formId: submission.form.formId,
  submissionId,
  submissions: (before?.submissions ?? 0) + 1,
  visitorHash: submission.visitorHash ?? before?.visitorHash,
  claimedAt: before?.claimedAt,
  touchedAt: undefined,
  acknowledgedOn: before?.acknowledgedOn,
  isTest: false,
  createdAt: before?.createdAt ?? now,
  routedAt: now,
  updatedAt: now,
})

const recordOf = (
  submission: Prepared,
  {
    lead,
    score,
    route,
    receipt,
    now,
  }: { lead: LeadRecord; score: Score; route: Route; receipt: Receipt; now: Date },
): SubmissionRecord => ({
  id: receipt.submissionId,
  workspaceId: lead.workspaceId,
  formId: submission.form.formId,
  version: submission.form.version,
  key: submission.key,
  fingerprint: submission.fingerprint,
  leadId: lead.id,
  conversationId: submission.conversationId,
  visitorHash: submission.visitorHash,
  answers: submission.answers,
  discarded: submission.discarded,
  hidden: submission.hidden,
  page: submission.page,
  consent: submission.consent,
  score,
  destination: route.destination,
  ownerId: route.owner?.id,
  sla: route.sla,
  record: route.record,
  receipt,
  uploads: submission.uploads,
  isTest: false,
  at: now,
})
