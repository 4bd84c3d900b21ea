import type { EventRecord, Storage } from '@bantam/storage'
import type { Line } from './line.ts'

/** What the two sides tell each other: what a commit left, what a listener threw, that definitions changed. */
export const topics = {
  events: 'events',
  outbox: 'outbox',
  failure: 'failure',
  forget: 'forget',
} as const

type Stores = Omit<Storage, 'onEvents' | 'onOutbox' | 'ready' | 'close'>

/** Complete, or this does not compile. */
const storeNames = Object.keys({
  forms: true,
  models: true,
  routing: true,
  conversations: true,
  intake: true,
  leads: true,
  submissions: true,
  uploads: true,
  events: true,
  outbox: true,
  webhooks: true,
  keys: true,
  members: true,
  audit: true,
  workspaces: true,
} satisfies { readonly [N in keyof Stores]: true })

/**
 * The storage of another thread. `intake.accept` is not to be had: a decision cannot travel, so the intake lives where
 * the storage does.
 */
export const createRemoteStorage = (
  line: Line,
): { storage: Storage; hear: (topic: string, value: unknown) => void } => {
  const eventListeners = new Set<Parameters<Storage['onEvents']>[0]>()
  const outboxListeners = new Set<() => void>()
  const store = (name: string) =>
    new Proxy(
      {},
      {
        get:
          (_, method) =>
          (...given: unknown[]) =>
            line.call(`${name}.${String(method)}`, given),
      },
    )
  // Each answers to whatever name it is called by; the other side says when a store has no such method.
  const stores = Object.fromEntries(storeNames.map((name) => [name, store(name)]))
  const storage: Storage = {
    ...(stores as unknown as Stores),
    onEvents: (listener) => listen(eventListeners, listener),
    onOutbox: (listener) => listen(outboxListeners, listener),
    ready: async () => void (await line.call('ready', [])),
    close: async () => void (await line.call('close', [])),
  }
  return {
    storage,
    hear(topic, value) {
      if (topic === topics.outbox) for (const listener of outboxListeners) listener()
      if (topic === topics.events)
        for (const listener of eventListeners) listener(value as readonly EventRecord[])
    },
  }
}

const listen = <T>(listeners: Set<T>, listener: T) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
