import type { Sla, Stage } from '@bantam/schema'
import type {
  LeadAction,
  LeadRecord,
  LeadSummary,
  PackedProperties,
  StorableLead,
} from '../port.ts'
import type { Tables } from '../tables.ts'
import type { Key, Vault } from '../vault.ts'
import { joined } from './joined.ts'
import { packed, unpacked } from './lead-properties.ts'

export type LeadRow = Tables['leads']['$inferSelect']

type Sealed = PackedProperties & Pick<LeadRecord, 'attribution'>

/** A lead as it is stored: what lists need in columns, the rest sealed with the lead's key. */
export const leadRow = (
  lead: StorableLead,
  { vault, key, isOpen }: { vault: Vault; key: Key; isOpen: boolean },
): LeadRow => {
  const { score, sla, email, name, company } = lead
  // Spelled out because this is the hot path: spreading a record this wide costs more than sealing it.
  return {
    workspaceId: lead.workspaceId,
    id: lead.id,
    email: email === '' ? null : email,
    name,
    company,
    search: `${name}\n${email}\n${company}`.toLowerCase(),
    stage: lead.stage,
    lane: lead.lane,
    destination: lead.destination,
    ownerId: lead.ownerId ?? null,
    isOpen,
    rank: rankOf({
      isOpen,
      lane: lead.lane,
      touchedAt: lead.touchedAt ?? null,
      total: hundredths(score.total),
    }),
    fit: hundredths(score.fit),
    intent: hundredths(score.intent),
    total: hundredths(score.total),
    label: score.label,
    coverage: score.coverage,
    modelVersion: score.modelVersion,
    flags: score.flags,
    slaPolicy: sla?.policy ?? null,
    slaLabel: sla?.label ?? null,
    slaStartedAt: instant(sla?.startedAt),
    slaFirstTouchDue: instant(sla?.firstTouchDue),
    slaWarnAt: instant(sla?.warnAt),
    slaDispositionDue: instant(sla?.dispositionDue),
    source: lead.source,
    formId: lead.formId,
    submissionId: lead.submissionId,
    submissions: lead.submissions,
    visitorHash: lead.visitorHash ?? null,
    claimedAt: lead.claimedAt ?? null,
    touchedAt: lead.touchedAt ?? null,
    acknowledgedOn: lead.acknowledgedOn ?? null,
    isTest: lead.isTest,
    createdAt: lead.createdAt,
    routedAt: lead.routedAt,
    updatedAt: lead.updatedAt,
    sealed: vault.seal(key, sealedText(lead)),
  }
}

/** JSON of a `Sealed`. */
const sealedText = (lead: StorableLead): string => {
  const { attribution } = lead
  if (!('packed' in lead)) return JSON.stringify({ ...packed(lead.properties), attribution })
  const { sources, properties } = lead.packed
  return joined(`{"properties":${properties}}`, JSON.stringify({ sources, attribution }))
}

/** Everything known of a stored lead. */
export const leadOf = (row: LeadRow, { vault, key }: { vault: Vault; key: Key }): LeadRecord => {
  const { isOpen: _isOpen, ...shown } = summaryOf(row)
  const sealed: Sealed = JSON.parse(vault.open(key, row.sealed))
  const { attribution } = sealed
  return { ...shown, properties: unpacked(sealed), ...(attribution && { attribution }) }
}

export const summaryOf = (row: LeadRow): LeadSummary => ({
  id: row.id,
  workspaceId: row.workspaceId,
  email: row.email ?? '',
  name: row.name,
  company: row.company,
  stage: row.stage,
  lane: row.lane,
  destination: row.destination,
  ownerId: row.ownerId ?? undefined,
  score: {
    fit: row.fit / 100,
    intent: row.intent / 100,
    total: row.total / 100,
    label: row.label,
    lane: row.lane,
    coverage: row.coverage,
    modelVersion: row.modelVersion,
    flags: row.flags,
  },
  sla: slaOf(row),
  source: row.source,
  formId: row.formId,
  submissionId: row.submissionId,
  submissions: row.submissions,
  visitorHash: row.visitorHash ?? undefined,
  claimedAt: row.claimedAt ?? undefined,
  touchedAt: row.touchedAt ?? undefined,
  acknowledgedOn: row.acknowledgedOn ?? undefined,
  isTest: row.isTest,
  isOpen: row.isOpen,
  createdAt: row.createdAt,
  routedAt: row.routedAt,
  updatedAt: row.updatedAt,
})

/** An action as it is stored. */
export const actionRow = (
  { id, leadId, actorId, kind, reason, note, at }: LeadAction,
  { workspaceId, vault, key }: { workspaceId: string; vault: Vault; key: Key },
): Tables['leadActions']['$inferSelect'] => ({
  workspaceId,
  id,
  leadId,
  actorId: actorId ?? null,
  kind,
  reason: reason ?? null,
  note: note === undefined ? null : vault.seal(key, note),
  at,
})

/** Won and lost are over whatever was said since. */
export const isOver = (stage: Stage): boolean => stage === 'won' || stage === 'lost'

/** What being open adds to a rank: more than all the rest together. */
export const openFirst = 10_000_000
/** What a sales lead adds that nobody has touched yet: it is what the queue is for. */
const waitingFirst = 2_000_000
/** What the sales lane adds: more than any total. */
const salesFirst = 1_000_000

/** Where a lead stands in the queue, highest first; `total` in hundredths. */
export const rankOf = ({
  isOpen,
  lane,
  touchedAt,
  total,
}: Pick<LeadRow, 'isOpen' | 'lane' | 'touchedAt' | 'total'>): number =>
  (isOpen ? openFirst : 0) +
  (lane === 'sales' && touchedAt === null ? waitingFirst : 0) +
  (lane === 'sales' ? salesFirst : 0) +
  Math.max(0, total)

const hundredths = (value: number) => Math.round(value * 100)

const slaOf = (row: LeadRow): Sla | undefined => {
  const { slaPolicy, slaLabel, slaStartedAt, slaFirstTouchDue, slaWarnAt, slaDispositionDue } = row
  if (slaPolicy === null || !slaStartedAt || !slaFirstTouchDue || !slaWarnAt) return undefined
  return {
    policy: slaPolicy,
    label: slaLabel ?? '',
    startedAt: slaStartedAt.toISOString(),
    firstTouchDue: slaFirstTouchDue.toISOString(),
    warnAt: slaWarnAt.toISOString(),
    ...(slaDispositionDue && { dispositionDue: slaDispositionDue.toISOString() }),
  }
}

const instant = (text: string | undefined) => (text === undefined ? null : new Date(text))
