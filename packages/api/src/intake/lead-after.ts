import { stageAfter } from '@bantam/engine'
import type { Route } from '@bantam/schema'
import type { LeadRecord, ScoreSummary } from '@bantam/storage'
import { attributionAfter } from './attribution.ts'
import type { Judged } from './judge.ts'
import type { Prepared } from './prepared.ts'

/** What a lead takes from a submission. */
export type LeadSays = Pick<
  Prepared,
  'form' | 'email' | 'name' | 'company' | 'visitorHash' | 'startTouch'
> & { readonly judged: Pick<Judged, 'source' | 'touch'> }

/** The lead that a submission leaves behind, but for what is known of it; `mql` is its model's threshold. */
export const leadAfter = (
  before: LeadRecord | undefined,
  {
    mql,
    submission,
    submissionId,
    score,
    route,
    leadId,
    now,
    acknowledgedOn,
  }: {
    mql: number
    submission: LeadSays
    submissionId: string
    score: ScoreSummary
    route: Pick<Route, 'destination' | 'owner' | 'sla'>
    leadId: string
    now: Date
    acknowledgedOn: string | undefined
  },
): Omit<LeadRecord, 'properties'> => ({
  id: leadId,
  workspaceId: submission.form.workspaceId,
  email: submission.email,
  name: submission.name || before?.name || '',
  company: submission.company || before?.company || '',
  stage: stageAfter({ ...score, mql }, before?.stage),
  lane: score.lane,
  destination: route.destination,
  ownerId: route.owner?.id ?? before?.ownerId,
  score,
  sla: route.sla,
  source: submission.judged.source,
  attribution: attributionAfter(before?.attribution, {
    start: submission.startTouch,
    end: submission.judged.touch,
  }),
  formId: submission.form.formId,
  submissionId,
  submissions: (before?.submissions ?? 0) + 1,
  visitorHash: submission.visitorHash ?? before?.visitorHash,
  claimedAt: before?.claimedAt,
  touchedAt: undefined,
  acknowledgedOn,
  isTest: false,
  createdAt: before?.createdAt ?? now,
  routedAt: now,
  updatedAt: now,
})
