import type { OutboxRecord, OutboxStore } from '@bantam/storage'

export const start = new Date('2026-11-23T09:00:00Z')

/** A webhook row that is due at `start`; `id` names it and, unless given, its target. */
export const rowOf = (id: string, fields: Partial<OutboxRecord> = {}): OutboxRecord => ({
  id,
  workspaceId: 'workspace-1',
  channel: 'webhook',
  kind: 'lead.routed',
  target: `endpoint-of-${id}`,
  eventId: `event-of-${id}`,
  leadId: 'lead-1',
  submissionId: 'submission-1',
  state: 'waiting',
  attempts: 0,
  nextAt: start,
  leaseOwner: undefined,
  leaseUntil: undefined,
  lastError: undefined,
  doneAt: undefined,
  createdAt: start,
  ...fields,
})

/** An outbox in memory that keeps the port's promises about leases; `row` reads one back. */
export const memoryOutbox = (initial: readonly OutboxRecord[]) => {
  const rows = new Map(initial.map((row) => [row.id, row]))
  const change = (id: string, fields: Partial<OutboxRecord>) => {
    const row = rows.get(id)
    if (row) rows.set(id, { ...row, ...fields })
  }
  const dueAt = (row: OutboxRecord): Date | undefined => {
    if (row.state === 'waiting') return row.nextAt
    return row.state === 'sending' ? row.leaseUntil : undefined
  }
  const store: Pick<OutboxStore, 'claimDue' | 'settle' | 'nextDue'> = {
    async claimDue({ owner, now, leaseUntil, limit, except = [] }) {
      const due = [...rows.values()]
        .filter((row) => (dueAt(row) ?? leaseUntil) <= now && !except.includes(row.target))
        .toSorted((one, other) => one.nextAt.getTime() - other.nextAt.getTime())
        .slice(0, limit)
      for (const row of due) change(row.id, { state: 'sending', leaseOwner: owner, leaseUntil })
      return due.flatMap((row) => rows.get(row.id) ?? [])
    },
    async settle(owner, { id, state, attempts, nextAt, lastError, now }) {
      const row = rows.get(id)
      if (row?.state !== 'sending' || row.leaseOwner !== owner) return false
      const doneAt = state === 'done' ? now : undefined
      change(id, {
        state,
        attempts,
        nextAt,
        lastError,
        doneAt,
        leaseOwner: undefined,
        leaseUntil: undefined,
      })
      return true
    },
    async nextDue() {
      const instants = [...rows.values()].flatMap((row) => dueAt(row)?.getTime() ?? [])
      return instants.length === 0 ? undefined : new Date(Math.min(...instants))
    },
  }
  return {
    ...store,
    add: (row: OutboxRecord) => void rows.set(row.id, row),
    row: (id: string): OutboxRecord | undefined => rows.get(id),
    all: (): readonly OutboxRecord[] => [...rows.values()],
  }
}
