import type { EventRecord } from '@bantam/storage'
import { expect, test, vi } from 'vitest'
import { eventually } from '../testing/eventually.ts'
import { quietLog } from '../testing/quiet-log.ts'
import { createLiveHub, type LiveEvent, type LiveHubDeps } from './hub.ts'

const eventOf = (id: string, fields: Partial<EventRecord> = {}): EventRecord => ({
  id,
  workspaceId: 'w1',
  type: 'lead.routed',
  leadId: `lead-${id}`,
  submissionId: undefined,
  data: {},
  at: new Date('2026-11-23T09:00:00Z'),
  ...fields,
})

/** A hub over events kept in memory; `commit` stores them and tells the hub, `store` only stores. */
const hubOver = (initial: readonly EventRecord[] = [], deps: Partial<LiveHubDeps> = {}) => {
  const stored = [...initial]
  let tell: (events: readonly EventRecord[]) => void = () => {}
  const load = vi.fn(async (event: EventRecord): Promise<unknown> => ({ lead: event.leadId }))
  const hub = createLiveHub({
    subscribe: (listener) => {
      tell = listener
      return () => (tell = () => {})
    },
    events: {
      since: async (workspaceId, after, limit) =>
        stored
          .filter((event) => event.workspaceId === workspaceId && event.id > after)
          .toSorted((one, other) => (one.id < other.id ? -1 : 1))
          .slice(0, limit),
    },
    load,
    log: quietLog(),
    ...deps,
  })
  const store = (...events: EventRecord[]) => void stored.push(...events)
  return {
    hub,
    load,
    store,
    tell: (...events: EventRecord[]) => tell(events),
    commit(...events: EventRecord[]) {
      store(...events)
      tell(events)
    },
  }
}

/** Reads a stream into a list as fast as it comes. */
const reading = (stream: AsyncIterable<LiveEvent>) => {
  const heard: LiveEvent[] = []
  const ended = (async () => {
    for await (const event of stream) heard.push(event)
  })()
  return { heard, ended, ids: () => heard.map((event) => event.id) }
}
const open = () => new AbortController()
const settled = () => new Promise((resolve) => setTimeout(resolve, 10))

test('a committed event reaches every stream of its workspace and no other', async () => {
  const { hub, commit, load } = hubOver()
  const { signal } = open()
  const first = reading(hub.stream('w1', undefined, signal))
  const second = reading(hub.stream('w1', undefined, signal))
  const foreign = reading(hub.stream('w2', undefined, signal))
  commit(eventOf('e1'))
  await eventually(() => expect(second.heard).toHaveLength(1))
  expect(first.heard).toEqual([{ id: 'e1', event: 'lead.routed', data: { lead: 'lead-e1' } }])
  expect(second.heard).toEqual(first.heard)
  expect(foreign.heard).toEqual([])
  expect(load).toHaveBeenCalledTimes(1)
})

test('an event is loaded once although one reader takes it later than another', async () => {
  const { hub, commit, load } = hubOver()
  const slow = hub.stream('w1', undefined, open().signal)[Symbol.asyncIterator]()
  const first = slow.next()
  const quick = reading(hub.stream('w1', undefined, open().signal))
  commit(eventOf('e1'), eventOf('e2'))
  await first
  await eventually(() => expect(quick.ids()).toEqual(['e1', 'e2']))
  expect((await slow.next()).value).toMatchObject({ id: 'e2' })
  expect(load).toHaveBeenCalledTimes(2)
})

test('a reader that hangs is gone as soon as its signal says so', async () => {
  const { hub, commit } = hubOver()
  const controller = open()
  const hanging = hub.stream('w1', undefined, controller.signal)[Symbol.asyncIterator]()
  const first = hanging.next()
  commit(eventOf('e1'))
  await first
  controller.abort()
  expect(hub.size).toBe(0)
})

test('events that are not for browsers, or have nothing left to tell, are passed over', async () => {
  const load = async (event: EventRecord) => (event.id === 'e2' ? undefined : {})
  const { hub, commit } = hubOver([], { load })
  const reader = reading(hub.stream('w1', undefined, open().signal))
  commit(
    eventOf('e1', { type: 'submission.created' }),
    eventOf('e2'),
    eventOf('e3', { type: 'sla.breached' }),
  )
  await eventually(() => expect(reader.ids()).toEqual(['e3']))
})

test('a reader that comes back hears what it missed, in order, then what is new', async () => {
  const many = Array.from({ length: 450 }, (_, index) =>
    eventOf(`e${String(index).padStart(4, '0')}`),
  )
  const { hub, commit } = hubOver(many)
  const reader = reading(hub.stream('w1', 'e0009', open().signal))
  await eventually(() => expect(reader.heard).toHaveLength(440))
  commit(eventOf('e9999'))
  await eventually(() => expect(reader.heard).toHaveLength(441))
  expect(reader.ids()).toEqual([...many.slice(10).map((event) => event.id), 'e9999'])
})

test('what is committed while the replay runs comes once (fails when listening begins after the replay, or repeats it)', async () => {
  const { hub, commit } = hubOver([eventOf('e1'), eventOf('e2')], {
    load: async (event) => {
      if (event.id === 'e2') commit(eventOf('e3'))
      return {}
    },
  })
  const reader = reading(hub.stream('w1', 'e1', open().signal))
  await eventually(() => expect(reader.ids()).toContain('e3'))
  await settled()
  expect(reader.ids()).toEqual(['e2', 'e3'])
})

test('an event told after the replay had found it in storage comes once', async () => {
  const { hub, store, tell } = hubOver([eventOf('e1')])
  store(eventOf('e2'))
  const reader = reading(hub.stream('w1', 'e1', open().signal))
  await eventually(() => expect(reader.ids()).toEqual(['e2']))
  tell(eventOf('e2'))
  tell(eventOf('e3'))
  await eventually(() => expect(reader.ids()).toEqual(['e2', 'e3']))
})

test('an event with an earlier id that was committed later is not missed, and none is repeated', async () => {
  const { hub, commit } = hubOver()
  commit(eventOf('e1'))
  commit(eventOf('e5'))
  commit(eventOf('e4'))
  const reader = reading(hub.stream('w1', 'e5', open().signal))
  await eventually(() => expect(reader.ids()).toEqual(['e4']))
  const again = reading(hub.stream('w1', 'e4', open().signal))
  await settled()
  expect(again.ids()).toEqual(['e5'])
})

test('a reader that is too slow is let go and finds the rest when it comes back', async () => {
  const { hub, commit } = hubOver([], { bufferLimit: 3 })
  const slow = hub.stream('w1', undefined, open().signal)[Symbol.asyncIterator]()
  const first = slow.next()
  commit(eventOf('e1'))
  expect((await first).value).toMatchObject({ id: 'e1' })
  commit(...['e2', 'e3', 'e4', 'e5', 'e6'].map((id) => eventOf(id)))
  expect(await slow.next()).toMatchObject({ done: true })
  expect(hub.size).toBe(0)
  const back = reading(hub.stream('w1', 'e1', open().signal))
  await eventually(() => expect(back.ids()).toEqual(['e2', 'e3', 'e4', 'e5', 'e6']))
})

test('an event that cannot be loaded ends the stream; coming back, a reader gets it or passes over it', async () => {
  let isBroken = true
  const { hub, commit } = hubOver([], {
    load: async (event) => {
      if (event.id === 'e2' && isBroken) throw new Error('database is away')
      return {}
    },
  })
  const reader = reading(hub.stream('w1', undefined, open().signal))
  commit(eventOf('e1'), eventOf('e2'), eventOf('e3'))
  await reader.ended
  expect(reader.ids()).toEqual(['e1'])
  const meanwhile = reading(hub.stream('w1', 'e1', open().signal))
  await eventually(() => expect(meanwhile.ids()).toEqual(['e3']))
  isBroken = false
  const after = reading(hub.stream('w1', 'e1', open().signal))
  await eventually(() => expect(after.ids()).toEqual(['e2', 'e3']))
})

test('a stream leaves nothing behind when its reader goes away', async () => {
  const { hub } = hubOver()
  const controller = open()
  const reader = reading(hub.stream('w1', undefined, controller.signal))
  await settled()
  expect(hub.size).toBe(1)
  controller.abort()
  await reader.ended
  expect(hub.size).toBe(0)
  await reading(hub.stream('w1', undefined, controller.signal)).ended
  expect(hub.size).toBe(0)
})

test('closing ends every stream and refuses new ones', async () => {
  const { hub, commit } = hubOver()
  const reader = reading(hub.stream('w1', undefined, open().signal))
  await settled()
  hub.close()
  await reader.ended
  await reading(hub.stream('w1', undefined, open().signal)).ended
  commit(eventOf('e1'))
  expect(reader.heard).toEqual([])
  expect(hub.size).toBe(0)
})
