import { z } from '@hono/zod-openapi'
import { Attribution, Route, Score } from '@bantam/schema'
import type { LeadRecord, SubmissionRecord } from '@bantam/storage'
import type { Actor, Deps } from '../deps.ts'
import { instant } from '../openapi/shape.ts'
import { notFound } from '../problems.ts'
import { findLeadItem, LeadItem } from './lead-item.ts'
import { openerFor } from './opener.ts'
import { AnswerView, answerViews, anyValue } from './answers.ts'

const PropertyView = z.object({
  value: anyValue,
  display: z.string(),
  at: instant,
  submissionId: z.string(),
})

/** Everything that is known of a lead and why it was decided so. */
export const LeadPage = LeadItem.extend({
  properties: z.record(z.string(), PropertyView),
  score: Score,
  route: Route,
  attribution: Attribution.optional(),
  answers: z.array(AnswerView),
  submissionId: z.string(),
  opener: z.string(),
}).openapi('Lead')
export type LeadPage = z.infer<typeof LeadPage>

/** Throws 404, also for a lead of another workspace. */
export const findLead = async (
  { storage }: Pick<Deps, 'storage'>,
  { actor, id }: { actor: Pick<Actor, 'workspaceId'>; id: string },
): Promise<LeadRecord> => {
  const lead = await storage.leads.find(actor.workspaceId, id)
  if (lead === undefined) throw notFound('lead')
  return lead
}

/** The submission that decided a lead last: it holds every point of the score and the record. Throws 404. */
export const findDeciding = async (
  deps: Pick<Deps, 'storage'>,
  { actor, id }: { actor: Pick<Actor, 'workspaceId'>; id: string },
): Promise<SubmissionRecord> => {
  const { workspaceId, submissionId } = await findLead(deps, { actor, id })
  const found = await deps.storage.submissions.find(workspaceId, submissionId)
  if (found === undefined) throw notFound('lead')
  return found
}

/** Throws 404. */
export const leadPage = async (
  deps: Pick<Deps, 'storage'>,
  { actor, id }: { actor: Pick<Actor, 'workspaceId'>; id: string },
): Promise<LeadPage> => {
  const lead = await findLead(deps, { actor, id })
  const { workspaceId } = actor
  const [item, submissions] = await Promise.all([
    findLeadItem(deps.storage, { workspaceId, leadId: id }),
    submissionsOf(deps, lead),
  ])
  const latest = submissions.get(lead.submissionId)
  if (item === undefined || latest === undefined) throw notFound('lead')
  return {
    ...item,
    properties: propertiesOf(lead, submissions),
    score: latest.score,
    route: {
      destination: lead.destination,
      ...(item.owner && { owner: item.owner }),
      ...(lead.sla && { sla: lead.sla }),
      record: latest.record,
    },
    ...(lead.attribution && { attribution: lead.attribution }),
    answers: answerViews(latest.answers),
    submissionId: lead.submissionId,
    opener: await opener(deps, { lead, latest }),
  }
}

type Submissions = ReadonlyMap<string, SubmissionRecord>

/** The submissions that a lead's properties came from, and its latest. */
const submissionsOf = async (
  { storage }: Pick<Deps, 'storage'>,
  lead: LeadRecord,
): Promise<Submissions> => {
  const ids = new Set([
    lead.submissionId,
    ...Object.values(lead.properties).map(({ submissionId }) => submissionId),
  ])
  const found = await Promise.all(
    [...ids].map((id) => storage.submissions.find(lead.workspaceId, id)),
  )
  return new Map(found.flatMap((submission) => (submission ? [[submission.id, submission]] : [])))
}

const propertiesOf = (lead: LeadRecord, submissions: Submissions): LeadPage['properties'] =>
  Object.fromEntries(
    Object.entries(lead.properties).map(([name, property]) => {
      const { value, part, questionId, submissionId, at } = property
      const answers = submissions.get(submissionId)?.answers
      const answer = answers?.find((one) => one.questionId === questionId)
      const display = part === undefined ? answer?.display : undefined
      return [name, { value, display: display ?? String(value), at, submissionId }]
    }),
  )

const opener = async (
  { storage }: Pick<Deps, 'storage'>,
  { lead, latest }: { lead: LeadRecord; latest: SubmissionRecord },
): Promise<string> => {
  const { workspaceId, name, company } = lead
  const version = await storage.forms.version(workspaceId, latest.formId, latest.version)
  const said = (letter: 'need' | 'timeline') => {
    const ids = version?.definition.questions
      .filter(({ bant }) => bant === letter)
      .map(({ id }) => id)
    return latest.answers.find(({ questionId }) => ids?.includes(questionId))?.display
  }
  return openerFor({ name, company, need: said('need'), timeline: said('timeline') })
}
