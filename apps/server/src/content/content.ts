import { findLeadItem, leadPage, type Directory, type LeadItem } from '@bantam/api'
import {
  renderAcknowledgement,
  renderLeadMail,
  type Mail,
  type MailContent,
} from '@bantam/delivery'
import type { EventRecord, OutboxRecord, Storage } from '@bantam/storage'
import { dueMoment } from './due-moment.ts'

/** Writes what is delivered at the moment it is delivered: rows and events hold ids, never words. */
export interface Content {
  readonly mail: MailContent
  readonly webhook: (row: OutboxRecord) => Promise<unknown>
  readonly live: (event: EventRecord) => Promise<{ readonly lead: LeadItem } | undefined>
}

type ContentDeps = {
  readonly storage: Storage
  readonly directory: Directory
  readonly baseUrl: string
}

export const createContent = (deps: ContentDeps): Content => ({
  mail: (row) => letters[row.kind]?.(deps, row) ?? Promise.resolve(undefined),
  webhook: (row) => webhookData(deps, row),
  async live({ workspaceId, leadId }) {
    const lead = await findLeadItem(deps.storage, { workspaceId, leadId })
    return lead && { lead }
  },
})

/** `data` of every webhook: whom it is about and, where a submission caused it, which; with what the event adds. */
const webhookData = async ({ storage }: ContentDeps, row: OutboxRecord): Promise<unknown> => {
  const { workspaceId, leadId, submissionId, eventId } = row
  if (!(await storage.leads.find(workspaceId, leadId))) return undefined
  const [lead, event] = await Promise.all([
    leadPage({ storage }, { actor: { workspaceId }, id: leadId }),
    storage.events.find(workspaceId, eventId),
  ])
  return { ...event?.data, ...(submissionId !== undefined && { submissionId }), lead }
}

const leadAssigned = async (
  { storage, directory, baseUrl }: ContentDeps,
  row: OutboxRecord,
): Promise<Mail | undefined> => {
  const { workspaceId, leadId, target } = row
  const [rep, lead, definitions] = await Promise.all([
    storage.members.find(workspaceId, target),
    storage.leads.find(workspaceId, leadId),
    directory.definitions(workspaceId),
  ])
  if (!rep || !lead) return undefined
  const page = await leadPage({ storage }, { actor: { workspaceId }, id: leadId })
  const phone = lead.properties['phone']?.value
  const mail = renderLeadMail({
    workspace: definitions.workspaceName,
    rep: rep.name,
    lead: {
      name: lead.name,
      email: lead.email,
      company: lead.company,
      ...(typeof phone === 'string' && { phone }),
    },
    form: page.form.title,
    lane: lead.lane,
    score: page.score,
    reasons: page.score.contributions,
    answers: page.answers,
    opener: page.opener,
    due: dueMoment(lead.sla, definitions),
    claimUrl: `${baseUrl}/inbox/leads/${lead.id}`,
    now: new Date(),
  })
  return { ...mail, to: rep.email, ...(lead.email !== '' && { replyTo: lead.email }) }
}

const acknowledgement = async (
  { storage, directory }: ContentDeps,
  row: OutboxRecord,
): Promise<Mail | undefined> => {
  const { workspaceId, leadId } = row
  const [lead, definitions] = await Promise.all([
    storage.leads.find(workspaceId, leadId),
    directory.definitions(workspaceId),
  ])
  if (!lead || lead.email === '') return undefined
  const form = await storage.forms.find(workspaceId, lead.formId)
  const owner = definitions.members.find(({ userId }) => userId === lead.ownerId)
  const by = lead.destination === 'sales' ? dueMoment(lead.sla, definitions) : undefined
  const firstName = lead.properties['firstName']?.value
  const mail = renderAcknowledgement({
    workspace: definitions.workspaceName,
    form: form?.draft.title ?? '',
    ...(typeof firstName === 'string' && { firstName }),
    expects: by ? { kind: 'person', by, ...(owner && { person: owner.name }) } : { kind: 'later' },
    now: new Date(),
  })
  return { ...mail, to: lead.email }
}

const letters: {
  readonly [kind: string]:
    | ((deps: ContentDeps, row: OutboxRecord) => Promise<Mail | undefined>)
    | undefined
} = {
  'lead-assigned': leadAssigned,
  acknowledgement,
}
