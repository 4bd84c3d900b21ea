import pg from 'pg'
import type { Announcement } from '../connection.ts'

/** The channel that nodes tell each other of commits on. */
export const channel = 'bantam_commits'

/** PostgreSQL carries less than 8,000 bytes; the rest of a larger commit is read again by everyone. */
const mostBytes = 7900

/** What a notification says: the events of a commit by workspace, or that there are too many to name. */
export interface Notice {
  readonly events: { readonly [workspaceId: string]: readonly string[] } | 'many'
  readonly hasOutbox: boolean
}

/** The statement that tells every node of what was committed; it takes effect with the commit. */
export const notification = ({ events, hasOutbox }: Announcement): string | undefined => {
  if (events.length === 0 && !hasOutbox) return undefined
  const ids: { [workspaceId: string]: string[] } = {}
  for (const { workspaceId, id } of events) (ids[workspaceId] ??= []).push(id)
  const notice: Notice = { events: ids, hasOutbox }
  const full = JSON.stringify(notice)
  const short: Notice = { events: 'many', hasOutbox }
  const payload = Buffer.byteLength(full) > mostBytes ? JSON.stringify(short) : full
  return `SELECT pg_notify('${channel}', ${pg.escapeLiteral(payload)})`
}

/** Reads a payload; one of another shape, from a node of another version, says to read again. */
export const noticeOf = (payload: string): Notice => {
  const said: unknown = JSON.parse(payload)
  const isNotice =
    typeof said === 'object' && said !== null && 'events' in said && 'hasOutbox' in said
  return isNotice ? (said as Notice) : { events: 'many', hasOutbox: true }
}
