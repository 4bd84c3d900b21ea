import type { Channel, EventRecord, EventType, KnownAnswer, OutboxRecord } from '../port.ts'
import type { Kit } from '../postgres/kit.ts'

/** What passes through: visitors on the way in, events and deliveries on the way out. No personal data in plain text. */
export const defineTrafficTables = (kit: Kit) => {
  const { table, text, int, json, instant, ordinal, index, uniqueIndex, primaryKey } = kit

  /** Looked up by its secret id alone, so the id leads the key. */
  const conversations = table(
    'conversations',
    {
      id: text('id').notNull(),
      workspaceId: text('workspace_id').notNull(),
      formId: text('form_id').notNull(),
      version: int('version').notNull(),
      visitorHash: text('visitor_hash'),
      seq: int('seq').notNull(),
      /** The list of answers, sealed with the master key. */
      answers: text('answers').notNull(),
      /** Ids only: where what was known of this visitor at the start was said. */
      known: json<readonly KnownAnswer[]>('known').notNull().default([]),
      skip: json<readonly string[]>('skip').notNull().default([]),
      /** Where the visitor came from, sealed with the master key. */
      touch: text('touch'),
      submissionId: text('submission_id'),
      startedAt: instant('started_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.id, t.workspaceId] }),
      index('conversations_of_visitor').on(t.workspaceId, t.visitorHash),
    ],
  )

  /** Keyed under its visitor: an id chosen by one browser cannot shadow another's. */
  const signals = table(
    'signals',
    {
      workspaceId: text('workspace_id').notNull(),
      visitorHash: text('visitor_hash').notNull(),
      id: text('id').notNull(),
      name: text('name').notNull(),
      at: instant('at').notNull(),
      url: text('url'),
    },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.visitorHash, t.id] }),
      index('signals_of_visitor').on(t.workspaceId, t.visitorHash, t.at, t.id),
    ],
  )

  /** `ordinal` follows the order of commits within a workspace, which ids made on several nodes do not. */
  const events = table(
    'events',
    {
      ordinal: ordinal('ordinal'),
      workspaceId: text('workspace_id').notNull(),
      id: text('id').notNull(),
      type: text('type').$type<EventType>().notNull(),
      leadId: text('lead_id').notNull(),
      submissionId: text('submission_id'),
      data: json<EventRecord['data']>('data').notNull(),
      at: instant('at').notNull(),
    },
    (t) => [
      uniqueIndex('events_id').on(t.workspaceId, t.id),
      index('events_since').on(t.workspaceId, t.ordinal),
      index('events_of_lead').on(t.workspaceId, t.leadId, t.ordinal),
    ],
  )

  /** Lists go by id, which is ordered by time; workers settle by id alone. */
  const outbox = table(
    'outbox',
    {
      id: text('id').notNull(),
      workspaceId: text('workspace_id').notNull(),
      channel: text('channel').$type<Channel>().notNull(),
      kind: text('kind').notNull(),
      target: text('target').notNull(),
      eventId: text('event_id').notNull(),
      leadId: text('lead_id').notNull(),
      submissionId: text('submission_id'),
      state: text('state').$type<OutboxRecord['state']>().notNull(),
      attempts: int('attempts').notNull(),
      nextAt: instant('next_at').notNull(),
      /** When a worker should look at it: `nextAt` while waiting, the end of the lease while sending, else null. */
      dueAt: instant('due_at'),
      leaseOwner: text('lease_owner'),
      leaseUntil: instant('lease_until'),
      lastError: text('last_error'),
      doneAt: instant('done_at'),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.id] }),
      index('outbox_id').on(t.id),
      index('outbox_due').on(t.dueAt),
      index('outbox_state').on(t.workspaceId, t.state, t.id),
    ],
  )

  return { conversations, signals, events, outbox }
}
