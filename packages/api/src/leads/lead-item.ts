import { z } from '@hono/zod-openapi'
import { activeStages, Destination, Lane, Sla, Stage } from '@bantam/schema'
import type { LeadSummary, Storage } from '@bantam/storage'
import { instant } from '../openapi/shape.ts'

const ScoreSummary = z.object({
  fit: z.number(),
  intent: z.number(),
  total: z.number(),
  label: z.string(),
  lane: Lane,
  coverage: z.number(),
  flags: z.array(z.string()),
})

/** What lists and the live stream show of a lead. */
export const LeadItem = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    company: z.string(),
    stage: Stage,
    lane: Lane,
    destination: Destination,
    owner: z.object({ id: z.string(), name: z.string() }).nullable(),
    score: ScoreSummary,
    sla: Sla.nullable(),
    source: z.string(),
    form: z.object({ id: z.string(), title: z.string() }),
    claimedAt: instant.nullable(),
    touchedAt: instant.nullable(),
    routedAt: instant,
    createdAt: instant,
    submissions: z.int(),
    isTest: z.boolean(),
    /** Not yet rejected, recycled, won or lost. */
    isOpen: z.boolean(),
    /** Whether a person has to act. */
    isActive: z.boolean(),
  })
  .openapi('LeadItem')
export type LeadItem = z.infer<typeof LeadItem>

/** Leads with the names of their owners and forms, looked up once per name. */
export const leadItems = async (
  storage: Storage,
  { workspaceId, leads }: { workspaceId: string; leads: readonly LeadSummary[] },
): Promise<LeadItem[]> => {
  const formIds = [...new Set(leads.map(({ formId }) => formId))]
  const [members, forms] = await Promise.all([
    storage.members.list(workspaceId),
    Promise.all(formIds.map((id) => storage.forms.find(workspaceId, id))),
  ])
  const names = {
    people: new Map(members.map(({ userId, name }) => [userId, name])),
    forms: new Map(forms.map((form) => [form?.id, form?.draft.title])),
  }
  return leads.map((lead) => leadItem(lead, names))
}

/** One lead as lists show it, for the live stream; undefined when it is not of this workspace. */
export const findLeadItem = async (
  storage: Storage,
  { workspaceId, leadId }: { workspaceId: string; leadId: string },
): Promise<LeadItem | undefined> => {
  const lead = await storage.leads.summary(workspaceId, leadId)
  if (lead === undefined) return undefined
  const [item] = await leadItems(storage, { workspaceId, leads: [lead] })
  return item
}

interface Names {
  readonly people: ReadonlyMap<string, string>
  readonly forms: ReadonlyMap<string | undefined, string | undefined>
}

const leadItem = (lead: LeadSummary, names: Names): LeadItem => {
  const { id, email, name, company, stage, lane, destination, ownerId, source, formId } = lead
  const { fit, intent, total, label, coverage, flags } = lead.score
  return {
    id,
    email,
    name,
    company,
    stage,
    lane,
    destination,
    owner:
      ownerId === undefined
        ? null
        : { id: ownerId, name: names.people.get(ownerId) ?? 'Former member' },
    score: { fit, intent, total, label, lane: lead.score.lane, coverage, flags: [...flags] },
    sla: lead.sla ?? null,
    source,
    form: { id: formId, title: names.forms.get(formId) ?? '' },
    claimedAt: lead.claimedAt?.toISOString() ?? null,
    touchedAt: lead.touchedAt?.toISOString() ?? null,
    routedAt: lead.routedAt.toISOString(),
    createdAt: lead.createdAt.toISOString(),
    submissions: lead.submissions,
    isTest: lead.isTest,
    isOpen: lead.isOpen,
    isActive: activeStages.includes(stage),
  }
}
