import { z } from '@hono/zod-openapi'
import type { EventRecord, LeadAction, SignalRecord, SubmissionRecord } from '@bantam/storage'
import type { Actor, Deps } from '../deps.ts'
import { instant } from '../openapi/shape.ts'
import { findLead } from './lead-page.ts'

export const TimelineItem = z.object({
  at: instant,
  kind: z.enum(['submission', 'routed', 'action', 'stage', 'signal']),
  title: z.string(),
  detail: z.string().optional(),
  submissionId: z.string().optional(),
})
type TimelineItem = z.infer<typeof TimelineItem>

/** What happened with a lead, newest first. Throws 404. */
export const timelineOf = async (
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<TimelineItem[]> => {
  const { workspaceId, visitorHash } = await findLead(deps, { actor, id })
  const { storage } = deps
  const [submissions, actions, events, signals, members] = await Promise.all([
    storage.submissions.page(workspaceId, { leadId: id, limit: 100 }),
    storage.leads.actions(workspaceId, id),
    storage.events.ofLead(workspaceId, id),
    visitorHash === undefined
      ? []
      : storage.conversations.signals(workspaceId, visitorHash, new Date(0)),
    storage.members.list(workspaceId),
  ])
  const formIds = [...new Set(submissions.items.map(({ formId }) => formId))]
  const forms = await Promise.all(formIds.map((formId) => storage.forms.find(workspaceId, formId)))
  const people = new Map(members.map(({ userId, name }) => [userId, name]))
  const titles = new Map(forms.map((form) => [form?.id, form?.draft.title]))
  const nameOf: NameOf = (userId) =>
    userId === undefined ? 'An API key' : (people.get(userId) ?? 'A former member')
  return [
    ...submissions.items.flatMap((submission) => ofSubmission(submission, { nameOf, titles })),
    ...actions.map((action) => ofAction(action, nameOf)),
    ...events.flatMap(ofEvent),
    ...signals.map(ofSignal),
  ].toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
}

type NameOf = (userId: string | undefined) => string

const ofSubmission = (
  { id, at, formId, score, destination, ownerId, answers }: SubmissionRecord,
  {
    nameOf,
    titles,
  }: { nameOf: NameOf; titles: ReadonlyMap<string | undefined, string | undefined> },
): TimelineItem[] => [
  {
    at: at.toISOString(),
    kind: 'routed',
    title:
      ownerId === undefined
        ? `Routed to ${destination}`
        : `Routed to ${nameOf(ownerId)} (${destination})`,
    detail: `fit ${score.fit}, intent ${score.intent}, lane ${score.lane}`,
  },
  {
    at: at.toISOString(),
    kind: 'submission',
    title: `Answered ${titles.get(formId) ?? 'a form'}`,
    detail: `${answers.length} answers`,
    submissionId: id,
  },
]

const verbs: { readonly [K in LeadAction['kind']]: string } = {
  claimed: 'claimed the lead',
  touched: 'made first contact',
  accepted: 'accepted the lead',
  rejected: 'rejected the lead',
  recycled: 'recycled the lead',
  converted: 'converted the lead to SQL',
  reassigned: 'reassigned the lead',
  separated: 'told two people apart',
  note: 'left a note',
}
const ofAction = (
  { at, kind, actorId, reason, note }: LeadAction,
  nameOf: NameOf,
): TimelineItem => {
  const detail = [reason, note].filter((part) => part !== undefined).join(': ')
  return {
    at: at.toISOString(),
    kind: 'action',
    title: `${nameOf(actorId)} ${verbs[kind]}`,
    ...(detail !== '' && { detail }),
  }
}

const ofEvent = ({ type, at, data }: EventRecord): TimelineItem[] =>
  type === 'lead.stage_changed'
    ? [{ at: at.toISOString(), kind: 'stage', title: `Stage: ${data['from']} → ${data['to']}` }]
    : []

const ofSignal = ({ at, name, url }: SignalRecord): TimelineItem => ({
  at: at.toISOString(),
  kind: 'signal',
  title: name,
  ...(url !== undefined && { detail: url }),
})
