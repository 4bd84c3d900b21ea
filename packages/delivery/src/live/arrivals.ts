import type { EventRecord } from '@bantam/storage'

const remembered = 2000

/**
 * The order in which events were committed, for the latest of them. Ids are made before the commit, so an event may
 * arrive after another with a later id; asking storage for what follows the later id would never find it.
 */
export const createArrivals = () => {
  const order = new Map<string, EventRecord>()
  return {
    /** False when the event has arrived before. */
    add(event: EventRecord): boolean {
      if (order.has(event.id)) return false
      order.set(event.id, event)
      const [oldest] = order.keys()
      if (order.size > remembered && oldest !== undefined) order.delete(oldest)
      return true
    },
    /** Events of the workspace that came after the one with `id` although their own ids are earlier. */
    lateAfter(workspaceId: string, id: string): readonly EventRecord[] {
      if (!order.has(id)) return []
      const ids = [...order.keys()]
      const later = [...order.values()].slice(ids.indexOf(id) + 1)
      return later.filter((event) => event.workspaceId === workspaceId && event.id < id)
    },
  }
}
