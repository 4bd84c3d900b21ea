import type { LeadAction, LeadFilter, LeadRecord } from '@bantam/storage'
import { describe, expect, test } from 'vitest'
import {
  actionRecord,
  arrival,
  at,
  eventRecord,
  landing,
  newId,
  outboxRecord,
  score,
  sure,
} from '../records.ts'
import type { Subject } from '../subject.ts'

export const leadsBehave = (subject: () => Subject): void => {
  const leads = () => subject().storage.leads

  const add = async (workspaceId: string, ...people: Partial<LeadRecord>[]) => {
    const arrivals = people.map((lead) => arrival({ workspaceId, lead }))
    await subject().storage.intake.accept(
      arrivals.map(({ request }) => request),
      () => landing(arrivals),
    )
    return arrivals.map(({ lead }) => lead)
  }
  const list = async (
    workspaceId: string,
    filter: LeadFilter = {},
    sort: 'newest' | 'rank' = 'newest',
  ) => {
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = await leads().page(workspaceId, { limit: 2, cursor, filter, sort })
      names.push(...page.items.map(({ name }) => name))
      cursor = page.next
    } while (cursor !== undefined)
    return names
  }
  const close = (workspaceId: string, lead: LeadRecord | undefined) =>
    leads().act(workspaceId, lead?.id ?? '', {
      action: actionRecord({ leadId: lead?.id ?? '', kind: 'rejected', reason: 'unreachable' }),
      doneAt: at(10),
      patch: { isClosed: true },
      events: [],
      outbox: [],
    })

  describe('leads', () => {
    test('the newest come first', async () => {
      const workspaceId = newId()
      await add(
        workspaceId,
        { name: 'B', createdAt: at(2) },
        { name: 'C', createdAt: at(3) },
        { name: 'A', createdAt: at(1) },
      )
      expect(await list(workspaceId)).toEqual(['C', 'B', 'A'])
    })

    test('the queue goes by openness, the sales lane, the total, then the newest routed', async () => {
      const workspaceId = newId()
      const total = (points: number) => ({ score: { ...score, total: points } })
      const [closed] = await add(
        workspaceId,
        { name: 'closed', ...total(99) },
        { name: 'nurture', lane: 'nurture', ...total(95) },
        { name: 'early', ...total(60.5), routedAt: at(1) },
        { name: 'late', ...total(60.5), routedAt: at(2) },
        { name: 'just under', ...total(60.49) },
        { name: 'top', ...total(80) },
      )
      await close(workspaceId, closed)
      const order = ['top', 'late', 'early', 'just under', 'nurture', 'closed']
      expect(await list(workspaceId, {}, 'rank')).toEqual(order)
      expect(await list(workspaceId, { isOpen: true }, 'rank')).toEqual(order.slice(0, -1))
      expect(await list(workspaceId, { isOpen: false }, 'rank')).toEqual(['closed'])
      expect(await list(workspaceId, { isOpen: false })).toEqual(['closed'])
    })

    test('filters narrow the list', async () => {
      const workspaceId = newId()
      await add(
        workspaceId,
        { name: 'A', ownerId: 'ada', lane: 'sales', stage: 'mql', formId: 'f1' },
        { name: 'B', ownerId: undefined, lane: 'nurture', stage: 'nurture', formId: 'f2' },
      )
      expect(await list(workspaceId, { ownerId: 'ada' })).toEqual(['A'])
      expect(await list(workspaceId, { unowned: true })).toEqual(['B'])
      expect(await list(workspaceId, { lane: 'nurture' })).toEqual(['B'])
      expect(await list(workspaceId, { stage: 'mql' })).toEqual(['A'])
      expect(await list(workspaceId, { formId: 'f2' })).toEqual(['B'])
      expect(await list(workspaceId, { isActive: true })).toEqual(['A'])
      expect(await list(workspaceId, { isActive: false })).toEqual(['B'])
      expect(await list(workspaceId, { isClaimed: false })).toHaveLength(2)
      expect(await list(workspaceId, { isClaimed: true })).toEqual([])
      expect(await list(workspaceId, { ownerId: 'ada', lane: 'nurture' })).toEqual([])
    })

    test('a search finds parts in any case and takes wildcards literally', async () => {
      const workspaceId = newId()
      await add(
        workspaceId,
        { name: 'Émilie du Châtelet', company: '100% Physics' },
        { name: 'Ada', company: 'Under_score' },
        { name: 'Bob!', company: 'Plain' },
      )
      expect(await list(workspaceId, { search: 'ÉMILIE' })).toEqual(['Émilie du Châtelet'])
      expect(await list(workspaceId, { search: '0%' })).toEqual(['Émilie du Châtelet'])
      expect(await list(workspaceId, { search: '_' })).toEqual(['Ada'])
      expect(await list(workspaceId, { search: 'b!' })).toEqual(['Bob!'])
      expect(await list(workspaceId, { search: '@EXAMPLE.com' })).toHaveLength(3)
      expect(await list(workspaceId, { search: '%%' })).toEqual([])
    })

    test('a submission moves to a lead of its own, readable with that lead’s key alone', async () => {
      const workspaceId = newId()
      const [lead] = await add(workspaceId, { ownerId: 'ada' })
      const { id, updatedAt, submissionId } = sure(lead)
      const separated = { ...sure(lead), id: newId(), email: '', submissionId }
      const move = (seen: Date) =>
        leads().separate(workspaceId, {
          submissionId,
          seen,
          remains: { lead: { ...sure(lead), name: 'Left', submissionId: 'gone' }, isOpen: false },
          separated: { lead: separated, isOpen: true },
          actions: [actionRecord({ leadId: separated.id, kind: 'separated' })],
          events: [],
        })
      await expect(move(new Date(0))).rejects.toMatchObject({ code: 'stale-revision' })
      expect(await leads().find(workspaceId, separated.id)).toBeUndefined()
      await move(updatedAt)
      expect(await leads().find(workspaceId, separated.id)).toEqual(separated)
      expect(await leads().summary(workspaceId, id)).toMatchObject({ name: 'Left', isOpen: false })
      const moved = await subject().storage.submissions.find(workspaceId, submissionId)
      expect(moved).toMatchObject({ id: submissionId, leadId: separated.id, score })
      expect(await leads().actions(workspaceId, separated.id)).toMatchObject([
        { kind: 'separated' },
      ])
      await expect(move(updatedAt)).rejects.toMatchObject({ code: 'stale-revision' })
    })

    test('a summary is the lead without what was said, and says whether it is open', async () => {
      const workspaceId = newId()
      const [lead] = await add(workspaceId, {})
      const { properties: _properties, ...shown } = sure(lead)
      const summary = await leads().summary(workspaceId, sure(lead).id)
      expect(summary).toEqual({ ...shown, isOpen: true })
      expect(
        (await leads().page(workspaceId, { limit: 1, filter: {}, sort: 'rank' })).items,
      ).toEqual([summary])
    })

    test('counts tell what lists of the same conditions hold', async () => {
      const workspaceId = newId()
      const nothing = { active: 0, mine: 0, unclaimed: 0, nurture: 0, total: 0 }
      expect(await leads().counts(workspaceId, 'ada')).toEqual(nothing)
      await add(
        workspaceId,
        { ownerId: 'ada' },
        { ownerId: 'ada', claimedAt: at(1) },
        { ownerId: undefined, lane: 'prospecting' },
        { ownerId: 'ada', stage: 'won' },
        { lane: 'nurture', stage: 'nurture' },
        // Sent back by sales.
        { ownerId: 'ada', stage: 'nurture' },
        { lane: 'disqualified', stage: 'disqualified' },
      )
      const conditions: { [count: string]: LeadFilter } = {
        active: { isActive: true },
        mine: { isActive: true, ownerId: 'ada' },
        unclaimed: { isActive: true, lane: 'sales', isClaimed: false },
        nurture: { stage: 'nurture' },
        total: {},
      }
      const counts = await leads().counts(workspaceId, 'ada')
      expect(counts).toEqual({ active: 3, mine: 2, unclaimed: 1, nurture: 2, total: 7 })
      for (const [name, filter] of Object.entries(conditions))
        expect([name, (await list(workspaceId, filter, 'rank')).length]).toEqual([
          name,
          Reflect.get(counts, name),
        ])
      expect((await leads().counts(workspaceId)).mine).toBe(0)
    })
  })

  describe('actions on a lead', () => {
    const claim = (workspaceId: string, leadId: string, actorId: string) =>
      leads().act(workspaceId, leadId, {
        action: actionRecord({ leadId, actorId, kind: 'claimed' }),
        doneAt: at(10),
        patch: { ownerId: actorId, claimedAt: at(10) },
        events: [eventRecord({ workspaceId, leadId, type: 'lead.changed' })],
        outbox: [outboxRecord({ workspaceId, leadId })],
      })

    test('of people who claim at once one gets the lead', async () => {
      const workspaceId = newId()
      const [lead] = await add(workspaceId, { ownerId: undefined })
      const outcomes = await Promise.allSettled(
        ['ada', 'bob', 'cyd'].map((name) => claim(workspaceId, sure(lead).id, name)),
      )
      const losers = outcomes.filter((outcome) => outcome.status === 'rejected')
      expect(losers.map(({ reason }: { reason: unknown }) => reason)).toMatchObject([
        { code: 'already-claimed' },
        { code: 'already-claimed' },
      ])
      const stored = await leads().find(workspaceId, sure(lead).id)
      expect(stored?.claimedAt).toEqual(at(10))
      expect(await leads().actions(workspaceId, sure(lead).id)).toMatchObject([
        { kind: 'claimed', actorId: stored?.ownerId },
      ])
      const changes = await subject().storage.events.ofLead(workspaceId, sure(lead).id)
      expect(changes.filter(({ type }) => type === 'lead.changed')).toHaveLength(1)
    })

    test('claiming again what one holds changes nothing', async () => {
      const workspaceId = newId()
      const [lead] = await add(workspaceId, {})
      const first = await claim(workspaceId, sure(lead).id, 'ada')
      expect(await claim(workspaceId, sure(lead).id, 'ada')).toEqual(first)
      expect(await leads().actions(workspaceId, sure(lead).id)).toHaveLength(1)
    })

    const decide = (
      workspaceId: string,
      leadId: string,
      { actorId, doneAt = at(10), ...own }: Partial<LeadAction> & { doneAt?: Date },
    ) =>
      leads().act(workspaceId, leadId, {
        action: actionRecord({ leadId, actorId, kind: 'accepted', at: at(30), ...own }),
        doneAt,
        patch: { stage: 'sal' },
        events: [eventRecord({ workspaceId, leadId, type: 'lead.changed' })],
        outbox: [],
      })

    test('an action that is heard of twice is one', async () => {
      const workspaceId = newId()
      const [lead] = await add(workspaceId, {})
      const id = newId()
      const first = await decide(workspaceId, sure(lead).id, { id, actorId: 'ada' })
      expect(await decide(workspaceId, sure(lead).id, { id, actorId: 'ada' })).toEqual(first)
      expect(await leads().actions(workspaceId, sure(lead).id)).toHaveLength(1)
      const heard = await subject().storage.events.ofLead(workspaceId, sure(lead).id)
      expect(heard.filter(({ type }) => type === 'lead.changed')).toHaveLength(1)
    })

    test('what somebody else has decided since stands', async () => {
      const workspaceId = newId()
      const [lead] = await add(workspaceId, {})
      const { id } = sure(lead)
      await decide(workspaceId, id, { actorId: 'ada', at: at(20) })
      const late = decide(workspaceId, id, { actorId: 'bob', kind: 'rejected', doneAt: at(19) })
      await expect(late).rejects.toMatchObject({ code: 'already-decided' })
      // Who contacted the person has done so all the same, and one may think again oneself.
      await decide(workspaceId, id, { actorId: 'bob', kind: 'touched', doneAt: at(19) })
      await decide(workspaceId, id, { actorId: 'ada', kind: 'recycled', doneAt: at(19) })
      await decide(workspaceId, id, { actorId: 'bob', kind: 'rejected', doneAt: at(31) })
      expect((await leads().actions(workspaceId, id)).map(({ actorId }) => actorId)).toHaveLength(4)
    })

    test('an action lands with its event, its delivery and the open count', async () => {
      const { storage } = subject()
      const workspaceId = newId()
      const [lead] = await add(workspaceId, { ownerId: 'ada' }, { ownerId: 'ada' })
      const open = async () => {
        let counted: readonly { userId: string; open: number }[] = []
        const { request } = arrival({ workspaceId })
        await storage.intake.accept([request], (seen) => {
          counted = seen.open
          return landing([])
        })
        return Object.fromEntries(counted.map((load) => [load.userId, load.open]))
      }
      expect(await open()).toEqual({ ada: 2 })
      await claim(workspaceId, sure(lead).id, 'bob')
      expect(await open()).toEqual({ ada: 1, bob: 1 })
      const action = actionRecord({
        leadId: sure(lead).id,
        kind: 'recycled',
        reason: 'not-ready-this-quarter',
        note: 'Call in May',
        at: at(20),
      })
      const event = eventRecord({ workspaceId, leadId: sure(lead).id, type: 'lead.stage_changed' })
      const recycled = await leads().act(workspaceId, sure(lead).id, {
        action,
        doneAt: at(10),
        patch: { stage: 'nurture', destination: 'nurture', touchedAt: at(20), isClosed: true },
        events: [event],
        outbox: [],
      })
      expect(recycled).toMatchObject({ stage: 'nurture', touchedAt: at(20), updatedAt: at(20) })
      expect(await leads().find(workspaceId, sure(lead).id)).toEqual(recycled)
      expect((await leads().actions(workspaceId, sure(lead).id)).at(-1)).toEqual(action)
      expect(await storage.events.find(workspaceId, event.id)).toEqual(event)
      expect(await open()).toEqual({ ada: 1, bob: 0 })
    })

    test('a won lead is closed, and a new submission opens a closed one', async () => {
      const { intake } = subject().storage
      const workspaceId = newId()
      const [won, returning] = await add(workspaceId, { name: 'won' }, { name: 'returning' })
      await leads().act(workspaceId, sure(won).id, {
        action: actionRecord({ leadId: sure(won).id, kind: 'converted' }),
        doneAt: at(10),
        patch: { stage: 'won' },
        events: [],
        outbox: [],
      })
      await close(workspaceId, returning)
      expect(await list(workspaceId, { isOpen: true })).toEqual([])
      const again = arrival({ workspaceId, lead: sure(returning) })
      await intake.accept([again.request], ({ leads: [lead] }) => ({
        ...landing([again]),
        leads: lead ? [{ lead, isNew: false }] : [],
      }))
      expect(await list(workspaceId, { isOpen: true }, 'rank')).toEqual(['returning'])
    })

    test('nothing happens to a lead that does not exist', async () => {
      const workspaceId = newId()
      expect(await claim(workspaceId, newId(), 'ada')).toBeUndefined()
      expect((await subject().storage.outbox.page(workspaceId, { limit: 1 })).items).toEqual([])
    })
  })
}
