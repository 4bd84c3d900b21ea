import type { OutboxRecord } from '../port.ts'
import type { Tables } from '../tables.ts'

export type OutboxRow = Tables['outbox']['$inferSelect']

/** A delivery as it is stored. */
export const outboxRow = (record: OutboxRecord): OutboxRow => ({
  id: record.id,
  workspaceId: record.workspaceId,
  channel: record.channel,
  kind: record.kind,
  target: record.target,
  eventId: record.eventId,
  leadId: record.leadId,
  submissionId: record.submissionId ?? null,
  state: record.state,
  attempts: record.attempts,
  nextAt: record.nextAt,
  dueAt: dueAt(record),
  leaseOwner: record.leaseOwner ?? null,
  leaseUntil: record.leaseUntil ?? null,
  lastError: record.lastError ?? null,
  doneAt: record.doneAt ?? null,
  createdAt: record.createdAt,
})

export const outboxOf = ({ dueAt: _dueAt, ...row }: OutboxRow): OutboxRecord => ({
  ...row,
  submissionId: row.submissionId ?? undefined,
  leaseOwner: row.leaseOwner ?? undefined,
  leaseUntil: row.leaseUntil ?? undefined,
  lastError: row.lastError ?? undefined,
  doneAt: row.doneAt ?? undefined,
})

const dueAt = ({ state, nextAt, leaseUntil }: OutboxRecord): Date | null =>
  state === 'waiting' ? nextAt : state === 'sending' ? (leaseUntil ?? nextAt) : null
