import { sql } from 'drizzle-orm'
import type { Destination, Lane, Stage } from '@bantam/schema'
import type { LeadAction } from '../port.ts'
import type { Kit } from '../postgres/kit.ts'

/**
 * People and what they sent. Plain columns hold what lists sort, filter and show; everything else that a person said is in
 * `sealed`, readable with the lead's own key only, so that forgetting a person is forgetting a key.
 */
export const defineLeadTables = (kit: Kit) => {
  const { table, text, int, real, bool, json, instant, index, uniqueIndex, primaryKey } = kit

  const leads = table(
    'leads',
    {
      workspaceId: text('workspace_id').notNull(),
      id: text('id').notNull(),
      /** Null without an address, so that only real addresses are unique. */
      email: text('email'),
      name: text('name').notNull(),
      company: text('company').notNull(),
      /** Name, address and company in lower case, for a search within. */
      search: text('search').notNull(),
      stage: text('stage').$type<Stage>().notNull(),
      lane: text('lane').$type<Lane>().notNull(),
      destination: text('destination').$type<Destination>().notNull(),
      ownerId: text('owner_id'),
      isOpen: bool('is_open').notNull(),
      /** Order of the queue: open above closed, the sales lane above all others, then the total. */
      rank: int('rank').notNull(),
      fit: int('fit_hundredths').notNull(),
      intent: int('intent_hundredths').notNull(),
      total: int('total_hundredths').notNull(),
      label: text('label').notNull(),
      coverage: real('coverage').notNull(),
      modelVersion: int('model_version').notNull(),
      flags: json<string[]>('flags').notNull(),
      slaPolicy: text('sla_policy'),
      slaLabel: text('sla_label'),
      slaStartedAt: instant('sla_started_at'),
      slaFirstTouchDue: instant('sla_first_touch_due'),
      slaWarnAt: instant('sla_warn_at'),
      slaDispositionDue: instant('sla_disposition_due'),
      source: text('source').notNull(),
      formId: text('form_id').notNull(),
      submissionId: text('submission_id').notNull(),
      submissions: int('submissions').notNull(),
      visitorHash: text('visitor_hash'),
      claimedAt: instant('claimed_at'),
      touchedAt: instant('touched_at'),
      acknowledgedOn: text('acknowledged_on'),
      isTest: bool('is_test').notNull(),
      createdAt: instant('created_at').notNull(),
      routedAt: instant('routed_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
      sealed: text('sealed').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.id] }),
      uniqueIndex('leads_email').on(t.workspaceId, t.email),
      index('leads_newest').on(t.workspaceId, t.createdAt, t.id),
      index('leads_rank').on(t.workspaceId, t.rank, t.routedAt, t.id),
      index('leads_owned').on(t.workspaceId, t.ownerId, t.rank, t.routedAt, t.id),
    ],
  )

  /** Apart from what it opens: backups carry it separately and erasing a lead deletes its row. */
  const leadKeys = table(
    'lead_keys',
    {
      workspaceId: text('workspace_id').notNull(),
      leadId: text('lead_id').notNull(),
      wrapped: text('wrapped').notNull(),
    },
    (t) => [primaryKey({ columns: [t.workspaceId, t.leadId] })],
  )

  const leadActions = table(
    'lead_actions',
    {
      workspaceId: text('workspace_id').notNull(),
      id: text('id').notNull(),
      leadId: text('lead_id').notNull(),
      actorId: text('actor_id'),
      kind: text('kind').$type<LeadAction['kind']>().notNull(),
      reason: text('reason'),
      /** Sealed with the lead's key: people write about people. */
      note: text('note'),
      at: instant('at').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.id] }),
      index('lead_actions_of_lead').on(t.workspaceId, t.leadId, t.at, t.id),
    ],
  )

  const submissions = table(
    'submissions',
    {
      workspaceId: text('workspace_id').notNull(),
      id: text('id').notNull(),
      formId: text('form_id').notNull(),
      version: int('version').notNull(),
      key: text('idempotency_key').notNull(),
      fingerprint: text('fingerprint').notNull(),
      leadId: text('lead_id').notNull(),
      conversationId: text('conversation_id'),
      visitorHash: text('visitor_hash'),
      destination: text('destination').$type<Destination>().notNull(),
      ownerId: text('owner_id'),
      isTest: bool('is_test').notNull(),
      at: instant('at').notNull(),
      sealed: text('sealed').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.id] }),
      uniqueIndex('submissions_key').on(t.workspaceId, t.formId, t.key),
      uniqueIndex('submissions_conversation').on(t.workspaceId, t.conversationId),
      index('submissions_newest').on(t.workspaceId, t.at, t.id),
      index('submissions_of_form').on(t.workspaceId, t.formId, t.at, t.id),
      index('submissions_of_lead').on(t.workspaceId, t.leadId, t.at, t.id),
      // Of those alone that came with a token: whoever sends none pays nothing for it.
      index('submissions_of_visitor')
        .on(t.workspaceId, t.visitorHash, t.at, t.id)
        .where(sql`visitor_hash IS NOT NULL`),
    ],
  )

  /** Where smooth weighted round robin stands; contended, so read inside a group that holds the workspace. */
  const poolCredits = table(
    'pool_credits',
    {
      workspaceId: text('workspace_id').notNull(),
      poolId: text('pool_id').notNull(),
      userId: text('user_id').notNull(),
      credit: real('credit').notNull(),
      lastAssignedAt: instant('last_assigned_at'),
    },
    (t) => [primaryKey({ columns: [t.workspaceId, t.poolId, t.userId] })],
  )

  /** How many open leads each person owns. */
  const loads = table(
    'loads',
    {
      workspaceId: text('workspace_id').notNull(),
      userId: text('user_id').notNull(),
      open: int('open').notNull(),
    },
    (t) => [primaryKey({ columns: [t.workspaceId, t.userId] })],
  )

  return { leads, leadKeys, leadActions, submissions, poolCredits, loads }
}
