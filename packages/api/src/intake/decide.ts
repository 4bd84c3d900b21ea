import { routeOf, scoreOf, type LeadFacts } from '@bantam/engine'
import type { Lane, Route } from '@bantam/schema'
import type { IntakeSeen, IntakeWrites, LeadRecord, NewSubmission, Receipt } from '@bantam/storage'
import { zoneOffset } from '../facts/zone.ts'
import { factsOf } from './facts-of.ts'
import { isOther } from './is-other.ts'
import { summaryOf } from './judge.ts'
import { leadAfter } from './lead-after.ts'
import { leadProperties, packedOf } from './lead-properties.ts'
import { openLedger, type Ledger } from './ledger.ts'
import { acknowledgedAfter, notices } from './notices.ts'
import type { Prepared } from './prepared.ts'
import { routingFacts } from './routing-facts.ts'
import { Written } from './written.ts'

export type Outcome =
  | { readonly kind: 'accepted'; readonly receipt: Receipt; readonly lane: Lane }
  | {
      readonly kind: 'repeated'
      readonly receipt: Receipt
      /** The conversation was submitted with other answers, and these are not stored. */
      readonly isOther?: true
    }
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
  if (earlier)
    return {
      kind: 'repeated',
      receipt: earlier.receipt,
      ...(isOther(submission.said.value.answers, earlier.said.value.answers) && { isOther: true }),
    }

  const { form, definitions, email } = submission
  const { workspaceId } = form
  const before = ledger.lead(workspaceId, email)
  const now = circumstances.now.getTime()
  const model = definitions.model(form)
  const isJudged = !before && !submission.visitorValues
  const facts = (isJudged && routingFacts(submission)) || factsAfter(submission, before)
  const scored = isJudged ? undefined : scoreOf(model, facts, { now })
  const score = scored ? summaryOf(scored) : submission.judged.score
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

  const said = scored ? Written.value({ ...submission.said.value, score: scored }) : submission.said
  const submissionId = circumstances.newId()
  const receipt = { submissionId, ending: submission.judged.ending }
  const lead = leadAfter(before, {
    mql: model.thresholds.mql,
    submission,
    submissionId,
    score,
    route,
    leadId: before?.id ?? circumstances.newId(),
    now: circumstances.now,
    acknowledgedOn: acknowledgedAfter(before, { email, lane: score.lane, now: circumstances.now }),
  })
  const naming = { submissionId, now: circumstances.now }
  const known = () =>
    leadProperties(
      { form: form.compiled, answers: submission.said.value.answers },
      { ...naming, before: before?.properties },
    )
  const { events, outbox } = notices({ submission, lead, before, route }, circumstances)
  ledger.add({
    lead: before
      ? Object.assign(lead, { properties: known() })
      : Object.assign(lead, { packed: packedOf(submission.newProperties, naming) }),
    isNew: !before,
    known,
    record: recordOf(submission, { lead, said, route, receipt, now: circumstances.now }),
    events,
    outbox,
  })
  return { kind: 'accepted', receipt, lane: score.lane }
}

/** What scoring and routing may know of somebody known, or of whom a visitor said more before. */
const factsAfter = (
  { form, values, said, signals }: Prepared,
  before: LeadRecord | undefined,
): LeadFacts =>
  factsOf(
    form.compiled,
    { values: values(), answers: said.value.answers, signals },
    before?.properties,
  )

const recordOf = (
  submission: Prepared,
  {
    lead,
    said,
    route,
    receipt,
    now,
  }: {
    lead: Pick<LeadRecord, 'id' | 'workspaceId'>
    said: Prepared['said']
    route: Route
    receipt: Receipt
    now: Date
  },
): NewSubmission => ({
  id: receipt.submissionId,
  workspaceId: lead.workspaceId,
  formId: submission.form.formId,
  version: submission.form.version,
  key: submission.key,
  fingerprint: submission.fingerprint,
  leadId: lead.id,
  conversationId: submission.conversationId,
  visitorHash: submission.visitorHash,
  said,
  destination: route.destination,
  ownerId: route.owner?.id,
  sla: route.sla,
  record: route.record,
  receipt,
  uploads: submission.uploads,
  isTest: false,
  at: now,
})
