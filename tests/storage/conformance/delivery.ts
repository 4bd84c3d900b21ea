import type { EventRecord, OutboxRecord } from '@bantam/storage'
import { describe, expect, test, vi } from 'vitest'
import { arrival, at, landing, newId, outboxRecord, sure } from '../records.ts'
import type { Subject } from '../subject.ts'

export const deliveryBehaves = (subject: () => Subject): void => {
  const outbox = () => subject().storage.outbox

  const deliver = async (workspaceId: string, ...rows: Partial<OutboxRecord>[]) => {
    const one = arrival({ workspaceId })
    const deliveries = rows.map((row) => outboxRecord({ workspaceId, ...row }))
    await subject().storage.intake.accept([one.request], () => ({
      ...landing([one]),
      outbox: deliveries,
    }))
    return deliveries
  }
  /** Due rows of all workspaces are claimed together: leave none to the next test. */
  const drain = async () => {
    const claim = { owner: newId(), now: at(99_999), leaseUntil: at(100_000), limit: 1000 }
    for (const { id } of await outbox().claimDue(claim))
      await outbox().settle(claim.owner, settled(id))
  }
  const settled = (id: string) => ({
    id,
    state: 'done' as const,
    attempts: 1,
    nextAt: at(0),
    lastError: undefined,
    now: at(5),
  })
  const claim = (owner: string, now: Date, until: Date) =>
    outbox().claimDue({ owner, now, leaseUntil: until, limit: 100 })

  describe('outbox', () => {
    test('due rows are leased once, those to come are left', async () => {
      await drain()
      const workspaceId = newId()
      const [due] = await deliver(workspaceId, { nextAt: at(1) }, { nextAt: at(30) })
      expect(await outbox().nextDue()).toEqual(at(1))
      expect(await outbox().pending()).toBe(2)
      expect(await claim('a', at(0), at(9))).toEqual([])
      const taken = await claim('a', at(2), at(9))
      expect(taken).toEqual([{ ...due, state: 'sending', leaseOwner: 'a', leaseUntil: at(9) }])
      expect(await claim('b', at(2), at(9))).toEqual([])
      expect(await outbox().nextDue()).toEqual(at(9))
    })

    test('workers that ask at once never get the same row', async () => {
      await drain()
      await deliver(newId(), ...Array.from({ length: 20 }, () => ({})))
      const taken = await Promise.all(
        ['a', 'b', 'c', 'd'].map((owner) =>
          outbox().claimDue({ owner, now: at(1), leaseUntil: at(9), limit: 8 }),
        ),
      )
      const ids = taken.flat().map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const rest = await claim('e', at(1), at(9))
      expect(ids.length + rest.length).toBe(20)
    })

    test('a lapsed lease is due again, and its old holder cannot settle', async () => {
      await drain()
      const workspaceId = newId()
      const [row] = await deliver(workspaceId, {})
      await claim('a', at(1), at(5))
      expect(await claim('b', at(4), at(9))).toEqual([])
      expect(await claim('b', at(5), at(9))).toMatchObject([{ id: sure(row).id, leaseOwner: 'b' }])
      expect(await outbox().settle('a', settled(sure(row).id))).toBe(false)
      expect(await outbox().settle('b', settled(sure(row).id))).toBe(true)
      expect(await outbox().settle('b', settled(sure(row).id))).toBe(false)
      expect(await outbox().find(workspaceId, sure(row).id)).toMatchObject({
        state: 'done',
        attempts: 1,
        doneAt: at(5),
        leaseOwner: undefined,
      })
      expect(await outbox().pending()).toBe(0)
      expect(await outbox().nextDue()).toBeUndefined()
    })

    test('a row put back waits for its time with the words of its failure', async () => {
      await drain()
      const workspaceId = newId()
      const [row] = await deliver(workspaceId, {})
      await claim('a', at(1), at(5))
      await outbox().settle('a', {
        id: sure(row).id,
        state: 'waiting',
        attempts: 3,
        nextAt: at(40),
        lastError: 'answered 503',
        now: at(2),
      })
      expect(await outbox().find(workspaceId, sure(row).id)).toMatchObject({
        state: 'waiting',
        attempts: 3,
        nextAt: at(40),
        lastError: 'answered 503',
        doneAt: undefined,
      })
      expect(await claim('a', at(39), at(50))).toEqual([])
      expect(await claim('a', at(40), at(50))).toHaveLength(1)
    })

    test('what was given up can be sent again under the same id', async () => {
      await drain()
      const workspaceId = newId()
      const [dead, waiting] = await deliver(workspaceId, { state: 'dead', attempts: 10 }, {})
      expect(await outbox().replay(workspaceId, sure(waiting).id, at(7))).toBe(false)
      expect(await outbox().replay(workspaceId, sure(dead).id, at(7))).toBe(true)
      const taken = await claim('a', at(7), at(9))
      expect(taken.find(({ id }) => id === sure(dead).id)).toMatchObject({ attempts: 0 })
    })

    test('held mail goes out once a mail server is there', async () => {
      await drain()
      await deliver(newId(), { state: 'held' }, { state: 'held' })
      expect(await claim('a', at(50), at(60))).toEqual([])
      expect(await outbox().releaseHeld(at(3))).toBe(2)
      expect(await outbox().releaseHeld(at(3))).toBe(0)
      expect(await claim('a', at(3), at(60))).toHaveLength(2)
    })

    test('the list can be told by state, newest first', async () => {
      const workspaceId = newId()
      const rows = await deliver(
        workspaceId,
        { state: 'dead' },
        { state: 'done' },
        { state: 'dead' },
      )
      const ids = rows.map(({ id }) => id).toReversed()
      const first = await outbox().page(workspaceId, { limit: 2 })
      const second = await outbox().page(workspaceId, { limit: 2, cursor: first.next })
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
      expect(second.next).toBeUndefined()
      const dead = await outbox().page(workspaceId, { limit: 5, state: 'dead' })
      expect(dead.items.map(({ id }) => id)).toEqual([ids[0], ids[2]])
    })
  })

  describe('events', () => {
    test('a reader resumes after the last event it saw, in the order of commits', async () => {
      const { storage } = subject()
      const workspaceId = newId()
      const arrivals = [0, 1, 2].map(() => arrival({ workspaceId }))
      // Ids made early and committed late must not be skipped.
      for (const one of arrivals.toReversed())
        await storage.intake.accept([one.request], () => landing([one]))
      const order = arrivals.toReversed().flatMap(({ events }) => events)
      expect(await storage.events.since(workspaceId, '', 100)).toEqual(order)
      expect(await storage.events.since(workspaceId, sure(order[1]).id, 100)).toEqual(
        order.slice(2),
      )
      expect(await storage.events.since(workspaceId, sure(order[1]).id, 2)).toEqual(
        order.slice(2, 4),
      )
      expect(await storage.events.since(workspaceId, sure(order.at(-1)).id, 100)).toEqual([])
    })

    test('listeners hear of a commit once, and of none that failed', async () => {
      const { storage } = subject()
      const workspaceId = newId()
      const heard: EventRecord[] = []
      let woken = 0
      const stops = [
        storage.onEvents((events) =>
          heard.push(...events.filter((event) => event.workspaceId === workspaceId)),
        ),
        storage.onOutbox(() => woken++),
      ]
      const [one, other] = [arrival({ workspaceId }), arrival({ workspaceId })]
      await expect(
        storage.intake.accept([one.request], () => ({
          ...landing([one]),
          outbox: [sure(one.outbox[0]), sure(one.outbox[0])],
        })),
      ).rejects.toThrow()
      await storage.intake.accept([other.request], () => landing([other]))
      await vi.waitFor(() => expect(heard).toHaveLength(2))
      expect(heard).toEqual(other.events)
      await vi.waitFor(() => expect(woken).toBeGreaterThan(0))
      for (const stop of stops) stop()
      const third = arrival({ workspaceId })
      await storage.intake.accept([third.request], () => landing([third]))
      expect(heard).toHaveLength(2)
    })

    test('a listener that throws spoils neither the commit nor the others', async () => {
      const { storage } = subject()
      const workspaceId = newId()
      const heard: string[] = []
      const stops = [
        storage.onEvents(() => {
          throw new Error('a broken listener')
        }),
        storage.onEvents((events) =>
          heard.push(
            ...events.filter((event) => event.workspaceId === workspaceId).map(({ id }) => id),
          ),
        ),
      ]
      const one = arrival({ workspaceId })
      await storage.intake.accept([one.request], () => landing([one]))
      await vi.waitFor(() => expect(heard).toEqual(one.events.map(({ id }) => id)))
      for (const stop of stops) stop()
    })
  })
}
