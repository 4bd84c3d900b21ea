import type { Announcement } from './connection.ts'
import type { EventRecord, Storage } from './port.ts'

/** Tells listeners of this process what was committed; a listener that throws harms no other and no commit. */
export interface Live extends Pick<Storage, 'onEvents' | 'onOutbox'> {
  announce(announcement: Announcement): void
}

export const createLive = (log: (error: unknown) => void): Live => {
  const eventListeners = new Set<(events: readonly EventRecord[]) => void>()
  const outboxListeners = new Set<() => void>()
  const calmly = (call: () => void) => {
    try {
      call()
    } catch (error) {
      log(error)
    }
  }
  return {
    onEvents: (listener) => listen(eventListeners, listener),
    onOutbox: (listener) => listen(outboxListeners, listener),
    announce({ events, hasOutbox }) {
      if (events.length > 0) for (const listener of eventListeners) calmly(() => listener(events))
      if (hasOutbox) for (const listener of outboxListeners) calmly(listener)
    },
  }
}

const listen = <T>(listeners: Set<T>, listener: T) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
