import type { EventRecord, EventStore } from '@bantam/storage'
import type { Log } from '../sent.ts'
import { createArrivals } from './arrivals.ts'
import { createFeed, type Feed } from './feed.ts'

/** One server-sent event; `data` is for the caller to write as JSON. */
export interface LiveEvent {
  /** The event's id, which a browser sends back as `Last-Event-ID`. */
  readonly id: string
  readonly event: string
  readonly data: unknown
}

export interface LiveHub {
  /**
   * Events of a workspace from now on or, given the id of the last one a reader has, from there. No event comes twice
   * in a stream. It ends when `signal` aborts, when the hub closes, and when its reader falls too far behind or an
   * event cannot be loaded; the reader then comes back with the last id it has and misses nothing.
   */
  stream(
    workspaceId: string,
    lastEventId: string | undefined,
    signal: AbortSignal,
  ): AsyncIterable<LiveEvent>
  /** Streams open now. */
  readonly size: number
  /** Ends every stream and refuses new ones. */
  close(): void
}

export interface LiveHubDeps {
  /** Hands over events at once after they are committed, by whichever node; returns the way to stop. */
  readonly subscribe: (listener: (events: readonly EventRecord[]) => void) => () => void
  readonly events: Pick<EventStore, 'since'>
  /** What readers are told of an event; undefined when there is nothing to tell any more. */
  readonly load: (event: EventRecord) => Promise<unknown>
  readonly log: Log
  /** Events that wait for one slow reader before its stream ends. */
  readonly bufferLimit?: number
}

/** The events a browser hears of. */
const told: ReadonlySet<string> = new Set([
  'lead.routed',
  'lead.changed',
  'sla.warning',
  'sla.breached',
])

const pageSize = 200

/** Fans events out to any number of streams; what an event says is loaded once, however many listen. */
export const createLiveHub = (deps: LiveHubDeps): LiveHub => {
  const feeds = new Map<string, Set<Feed<Incoming>>>()
  const arrivals = createArrivals()
  const loading = new Map<string, Promise<Loaded>>()
  let isClosed = false

  const unsubscribe = deps.subscribe((events) => {
    for (const event of events) {
      if (!told.has(event.type) || !arrivals.add(event)) continue
      const listening = feeds.get(event.workspaceId)
      if (!listening) continue
      const loaded = loadOnce(event)
      for (const feed of listening) feed.push({ event, loaded })
    }
  })

  /** Shared by all streams that want the same event at the same time. Never rejects. */
  const loadOnce = (event: EventRecord): Promise<Loaded> => {
    const known = loading.get(event.id)
    if (known) return known
    const started = load(deps, event).finally(() => loading.delete(event.id))
    loading.set(event.id, started)
    return started
  }

  /** Events after `lastEventId`, and those with an earlier id that were committed after it was. */
  async function* missed(workspaceId: string, lastEventId: string): AsyncGenerator<EventRecord> {
    yield* arrivals.lateAfter(workspaceId, lastEventId)
    let after = lastEventId
    for (;;) {
      const page = await deps.events.since(workspaceId, after, pageSize)
      yield* page.filter((event) => told.has(event.type))
      const last = page.at(-1)
      if (last === undefined || page.length < pageSize) return
      after = last.id
    }
  }

  async function* follow(
    feed: Feed<Incoming>,
    workspaceId: string,
    lastEventId: string | undefined,
  ): AsyncGenerator<LiveEvent> {
    const seen = new Set<string>()
    if (lastEventId !== undefined) {
      for await (const event of missed(workspaceId, lastEventId)) {
        if (feed.hasEnded()) return
        seen.add(event.id)
        const loaded = await loadOnce(event)
        if (loaded.kind === 'loaded') yield liveEvent(event, loaded.data)
      }
    }
    for await (const incoming of feed.items()) {
      const { event } = incoming
      if (seen.has(event.id)) continue
      const loaded = await incoming.loaded
      // Coming back, the reader asks for it again; there, what still cannot be loaded is passed over.
      if (loaded.kind === 'failed') return
      if (loaded.kind === 'loaded') yield liveEvent(event, loaded.data)
    }
  }

  return {
    async *stream(workspaceId, lastEventId, signal) {
      if (isClosed || signal.aborted) return
      // Listening begins before the replay, so that nothing falls between the two.
      const feed = createFeed<Incoming>(deps.bufferLimit ?? 256)
      const listening = feeds.get(workspaceId) ?? new Set()
      feeds.set(workspaceId, listening.add(feed))
      const leave = () => {
        feed.end()
        listening.delete(feed)
        if (listening.size === 0 && feeds.get(workspaceId) === listening) feeds.delete(workspaceId)
      }
      // A reader that hangs in a write never comes to the end of this generator; its signal does.
      signal.addEventListener('abort', leave)
      try {
        yield* follow(feed, workspaceId, lastEventId)
      } finally {
        signal.removeEventListener('abort', leave)
        leave()
      }
    },
    get size() {
      return [...feeds.values()].reduce((sum, those) => sum + those.size, 0)
    },
    close() {
      isClosed = true
      unsubscribe()
      for (const those of feeds.values()) for (const feed of those) feed.end()
    },
  }
}

interface Incoming {
  readonly event: EventRecord
  readonly loaded: Promise<Loaded>
}

type Loaded = { kind: 'loaded'; data: unknown } | { kind: 'nothing' } | { kind: 'failed' }

const load = async (deps: LiveHubDeps, event: EventRecord): Promise<Loaded> => {
  try {
    const data = await deps.load(event)
    return data === undefined ? { kind: 'nothing' } : { kind: 'loaded', data }
  } catch (error) {
    deps.log.error({ event: event.id, type: event.type, err: error }, 'loading a live event failed')
    return { kind: 'failed' }
  }
}

const liveEvent = (event: EventRecord, data: unknown): LiveEvent => ({
  id: event.id,
  event: event.type,
  data,
})
