import { asc, desc, gt } from 'drizzle-orm'
import pg from 'pg'
import type { Queries, Reader } from '../connection.ts'
import { createLive, type Live } from '../live.ts'
import type { EventRecord } from '../port.ts'
import { eventOf } from '../stores/events.ts'
import { channel, noticeOf, type Notice } from './notice.ts'
import { postgresTables } from './schema.ts'

/** Events remembered to tell new from told; also how far back a reader looks after a gap, for commits may overtake each other. */
const remembered = 2000
const pageSize = 500
const firstPause = 100
const longestPause = 5000

/**
 * Hears the commits of every node on a connection of its own. When that is lost it is made again, and what was missed meanwhile is
 * read from the table: each event reaches the listeners once per node.
 */
export const listenToNodes = async ({
  url,
  db,
  matching,
  log,
}: {
  url: string
  db: Pick<Queries, 'select'>
  matching: Reader['matching']
  log: (error: unknown) => void
}): Promise<Pick<Live, 'onEvents' | 'onOutbox'> & { close(): Promise<void> }> => {
  const { events } = postgresTables
  type Row = (typeof events)['$inferSelect']
  const live = createLive(log)
  const told = new Map<number, true>()
  let client: pg.Client | undefined
  let isClosed = false
  let notices: Notice[] = []
  let reading: Promise<void> | undefined
  let beginning = 0

  const tell = (rows: readonly Row[]) => {
    const fresh = rows.filter(({ ordinal }) => !told.has(ordinal))
    for (const { ordinal } of fresh) told.set(ordinal, true)
    for (const ordinal of told.keys()) {
      if (told.size <= remembered) break
      told.delete(ordinal)
    }
    const records: EventRecord[] = fresh.map(eventOf)
    if (records.length > 0) live.announce({ events: records, hasOutbox: false })
  }

  const readNamed = async (named: readonly Notice[]) => {
    const keys = named.flatMap(({ events: byWorkspace }) =>
      Object.entries(byWorkspace).flatMap(([workspaceId, ids]) =>
        [...ids].map((id) => ({ workspaceId, id })),
      ),
    )
    const rows = await matching(events, keys)
    tell(rows.toSorted((a, b) => a.ordinal - b.ordinal))
  }

  /** From the oldest event still remembered, or from the start of this node. */
  const readAgain = async () => {
    const [oldest] = told.keys()
    let after = told.size < remembered || oldest === undefined ? beginning : oldest
    for (;;) {
      const rows = await db
        .select()
        .from(events)
        .where(gt(events.ordinal, after))
        .orderBy(asc(events.ordinal))
        .limit(pageSize)
      tell(rows)
      const last = rows.at(-1)
      if (!last || rows.length < pageSize) return
      after = last.ordinal
    }
  }

  /** One reader at a time; what is heard meanwhile is read together next. */
  const readNotices = async () => {
    while (notices.length > 0 && !isClosed) {
      const heard = notices
      notices = []
      if (heard.some(({ hasOutbox }) => hasOutbox)) live.announce({ events: [], hasOutbox: true })
      try {
        if (heard.some((notice) => notice.events === 'many')) await readAgain()
        else await readNamed(heard)
      } catch (error) {
        log(error)
        notices.unshift({ events: 'many', hasOutbox: false })
        await pause(firstPause)
      }
    }
    reading = undefined
  }

  const hear = (notice: Notice) => {
    notices.push(notice)
    reading ??= readNotices()
  }

  const connect = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true })
    let isLost = false
    const lose = () => {
      if (isLost || isClosed || client !== next) return
      isLost = true
      void reconnect()
    }
    next.on('error', lose)
    next.on('end', lose)
    next.on('notification', ({ payload }) => hear(noticeOf(payload ?? '{}')))
    await next.connect()
    await next.query(`LISTEN ${channel}`)
    client = next
  }

  const reconnect = async () => {
    for (let wait = firstPause; !isClosed; wait = Math.min(wait * 2, longestPause)) {
      try {
        await connect()
        return hear({ events: 'many', hasOutbox: true })
      } catch (error) {
        log(error)
        await pause(wait)
      }
    }
  }

  await connect()
  const [newest] = await db
    .select({ ordinal: events.ordinal })
    .from(events)
    .orderBy(desc(events.ordinal))
    .limit(1)
  beginning = newest?.ordinal ?? 0

  return {
    onEvents: live.onEvents,
    onOutbox: live.onOutbox,
    async close() {
      isClosed = true
      await reading
      await client?.end()
    },
  }
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
