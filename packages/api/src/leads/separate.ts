import type { LeadAction, LeadRecord, SubmissionRecord } from '@bantam/storage'
import type { Actor, Deps } from '../deps.ts'
import { notFound, Problem } from '../problems.ts'
import { findLead } from './lead-page.ts'
import { retold, type Told } from './retold.ts'

/**
 * Says that one submission of a lead was another person's, who only typed the same address. It becomes a lead of its
 * own, without the address, and the lead is told again from the rest. All ids stay. Resolves to the new lead's id.
 * Throws 404, 409 only-submission, and 409 stale-revision when the lead changed meanwhile.
 */
export const separate = async (
  deps: Deps,
  { actor, id, submissionId }: { actor: Actor; id: string; submissionId: string },
): Promise<string> => {
  const { workspaceId } = actor
  const lead = await findLead(deps, { actor, id })
  const records = await submissionsOf(deps, lead)
  if (!records.some((one) => one.id === submissionId)) throw notFound('submission')
  if (records.length === 1)
    throw new Problem(
      'only-submission',
      'This is all that the lead has said: there is nothing to separate it from.',
    )
  const tells = await Promise.all(records.map((record) => tellOf(deps, record)))
  const actions = await deps.storage.leads.actions(workspaceId, id)
  const rest = tells.filter(({ record }) => record.id !== submissionId)
  const one = tells.filter(({ record }) => record.id === submissionId)
  const now = deps.clock()
  const newId = deps.newId()
  const remains = retold(lead, { submissions: rest, actions })
  const separated = retold({ id: newId, email: '' }, { submissions: one, actions: [] })
  const { acknowledgedOn } = lead
  const actionOn = (leadId: string): LeadAction => ({
    id: deps.newId(),
    leadId,
    actorId: actor.userId,
    kind: 'separated',
    reason: undefined,
    note: undefined,
    at: now,
  })
  const eventOn = (of: LeadRecord) => ({
    id: deps.newId(),
    workspaceId,
    type: 'lead.changed' as const,
    leadId: of.id,
    submissionId: of.submissionId,
    data: { action: 'separated' },
    at: now,
  })
  await deps.storage.leads.separate(workspaceId, {
    submissionId,
    seen: lead.updatedAt,
    remains: { ...remains, lead: { ...remains.lead, acknowledgedOn, updatedAt: now } },
    separated: { ...separated, lead: { ...separated.lead, updatedAt: now } },
    actions: [actionOn(id), actionOn(newId)],
    events: [eventOn(remains.lead), eventOn(separated.lead)],
  })
  return newId
}

/** All that a lead was joined from, oldest first. */
const submissionsOf = async (
  { storage }: Pick<Deps, 'storage'>,
  { workspaceId, id: leadId }: LeadRecord,
): Promise<readonly SubmissionRecord[]> => {
  const found: SubmissionRecord[] = []
  let cursor: string | undefined
  do {
    const page = await storage.submissions.page(workspaceId, { leadId, limit: 100, cursor })
    found.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return found.toReversed()
}

const tellOf = async (deps: Deps, record: SubmissionRecord): Promise<Told> => {
  const { workspaceId, formId, version, conversationId } = record
  const [form, definitions, conversation] = await Promise.all([
    deps.directory.version({ workspaceId, formId }, version),
    deps.directory.definitions(workspaceId),
    conversationId === undefined ? undefined : deps.storage.conversations.find(conversationId),
  ])
  if (!form) throw notFound('form')
  const { mql } = definitions.model(form).thresholds
  return { record, form, startTouch: conversation?.touch, mql }
}
