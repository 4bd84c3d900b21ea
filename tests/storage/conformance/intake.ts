import type { IntakeSeen } from '@bantam/storage'
import { describe, expect, test } from 'vitest'
import { arrival, at, conversationRecord, landing, leadRecord, newId } from '../records.ts'
import type { Subject } from '../subject.ts'

export const intakeBehaves = (subject: () => Subject): void => {
  const intake = () => subject().storage.intake

  /** Takes in new people and resolves to what the decider saw. */
  const accept = async (arrivals: readonly ReturnType<typeof arrival>[]) => {
    const seen: IntakeSeen[] = []
    await intake().accept(
      arrivals.map(({ request }) => request),
      (now) => {
        seen.push(now)
        return landing(arrivals)
      },
    )
    return seen[0]
  }

  /** Resolves when listeners have heard of every commit so far. */
  const quiet = async () => {
    const marker = arrival({ workspaceId: newId() })
    const isHeard = new Promise<void>((resolve) => {
      const stop = subject().storage.onEvents((events) => {
        if (!events.some(({ id }) => id === marker.events[1]?.id)) return
        stop()
        resolve()
      })
    })
    await accept([marker])
    await isHeard
  }

  describe('intake', () => {
    test('a submission lands whole: lead, answers, events, deliveries and sums', async () => {
      const { storage } = subject()
      const workspaceId = newId()
      const one = arrival({ workspaceId, submission: { formId: newId() } })
      await accept([one])
      expect(await storage.submissions.find(workspaceId, one.submission.id)).toEqual(one.submission)
      expect(await storage.leads.find(workspaceId, one.lead.id)).toEqual(one.lead)
      expect(await storage.events.ofLead(workspaceId, one.lead.id)).toEqual(one.events)
      const deliveries = await storage.outbox.page(workspaceId, { limit: 9 })
      expect(deliveries.items).toEqual(one.outbox.toReversed())
      expect(await storage.forms.stats(workspaceId, one.submission.formId)).toEqual({
        views: 0,
        starts: 0,
        submissions: 1,
      })
    })
    test('a lead whose properties come written down reads like any other', async () => {
      const { leads } = subject().storage
      const workspaceId = newId()
      const touch = { at: at(0).toISOString() }
      const sources = [['s', touch.at]] as const
      for (const more of [{}, { attribution: { first: touch, last: touch } }]) {
        const one = arrival({ workspaceId, lead: more })
        const { properties: _properties, ...lead } = one.lead
        const packed = { sources, properties: '{"companySize":[0,"size","s-51-500"]}' }
        await intake().accept([one.request], () => ({
          ...landing([one]),
          leads: [{ lead: { ...lead, packed }, isNew: true }],
        }))
        expect(await leads.find(workspaceId, one.lead.id)).toEqual(one.lead)
      }
    })
    test('what came with a token is found by it, newest first, with the address it belongs to', async () => {
      const { submissions } = subject().storage
      const [workspaceId, visitorHash] = [newId(), newId()]
      const [first, second] = [1, 2].map((minute) =>
        arrival({ workspaceId, submission: { visitorHash, at: at(minute) } }),
      )
      const other = arrival({ workspaceId, submission: { visitorHash: newId() } })
      const tokenless = arrival({ workspaceId })
      if (!first || !second) throw new Error('two arrivals were made')
      await accept([first, second, other, tokenless])
      const found = await submissions.ofVisitor(workspaceId, visitorHash, { limit: 9 })
      expect(found).toEqual(
        [second, first].map(({ submission, lead }) => ({ submission, email: lead.email })),
      )
      expect(await submissions.ofVisitor(workspaceId, visitorHash, { limit: 1 })).toHaveLength(1)
    })

    test('a decider sees what was sent under the same key, and by the same address', async () => {
      const workspaceId = newId()
      const first = arrival({ workspaceId })
      expect((await accept([first]))?.submissions).toEqual([])
      const again = arrival({
        workspaceId,
        submission: { key: first.submission.key },
        lead: { email: first.lead.email },
      })
      let seen: IntakeSeen | undefined
      await intake().accept([again.request], (now) => {
        seen = now
        return landing([])
      })
      expect(seen?.leads).toEqual([first.lead])
      expect(seen?.submissions).toMatchObject([
        { id: first.submission.id, fingerprint: 'f1', receipt: first.submission.receipt },
      ])
    })

    test('a key is known of its own form and workspace alone', async () => {
      const { submissions } = subject().storage
      const { submission, ...rest } = arrival({ workspaceId: newId() })
      const { workspaceId, formId, key } = submission
      expect(await submissions.hasKey(workspaceId, formId, key)).toBe(false)
      await accept([{ submission, ...rest }])
      expect(await submissions.hasKey(workspaceId, formId, key)).toBe(true)
      expect(await submissions.hasKey(workspaceId, formId, newId())).toBe(false)
      expect(await submissions.hasKey(workspaceId, newId(), key)).toBe(false)
      expect(await submissions.hasKey(newId(), formId, key)).toBe(false)
    })

    test('a decider sees what the same conversation sent, and the conversation knows it', async () => {
      const { storage } = subject()
      const workspaceId = newId()
      const conversation = conversationRecord({ workspaceId })
      await storage.conversations.start(conversation)
      const first = arrival({ workspaceId, submission: { conversationId: conversation.id } })
      await accept([first])
      expect((await storage.conversations.find(conversation.id))?.submissionId).toBe(
        first.submission.id,
      )
      const second = arrival({ workspaceId, submission: { conversationId: conversation.id } })
      let seen: IntakeSeen | undefined
      await intake().accept([second.request], (now) => {
        seen = now
        return landing([])
      })
      expect(seen?.submissions.map(({ id }) => id)).toEqual([first.submission.id])
    })

    test('people without an address are never merged', async () => {
      const workspaceId = newId()
      const nameless = () => arrival({ workspaceId, lead: { email: '' } })
      await accept([nameless(), nameless()])
      expect((await accept([nameless()]))?.leads).toEqual([])
      expect((await subject().storage.leads.counts(workspaceId)).total).toBe(3)
    })

    test('two leads of one address, or two submissions of one key, cannot both land', async () => {
      const workspaceId = newId()
      const first = arrival({ workspaceId })
      await accept([first])
      const sameAddress = arrival({ workspaceId, lead: { email: first.lead.email } })
      await expect(accept([sameAddress])).rejects.toMatchObject({ name: 'StatementRefused' })
      const sameKey = arrival({ workspaceId, submission: { key: first.submission.key } })
      await expect(accept([sameKey])).rejects.toMatchObject({ name: 'StatementRefused' })
      expect((await subject().storage.leads.counts(workspaceId)).total).toBe(1)
    })

    test('a batch that fails leaves nothing, and its neighbours land', async () => {
      const { storage } = subject()
      const workspaceId = newId()
      const one = () => arrival({ workspaceId })
      const [before, broken, after] = [one(), one(), one()]
      const outcomes = await Promise.allSettled([
        accept([before]),
        intake().accept([broken.request], () => ({
          ...landing([broken]),
          outbox: [...broken.outbox, ...broken.outbox],
        })),
        accept([after]),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await storage.leads.find(workspaceId, broken.lead.id)).toBeUndefined()
      expect(await storage.submissions.find(workspaceId, broken.submission.id)).toBeUndefined()
      expect(await storage.events.ofLead(workspaceId, broken.lead.id)).toEqual([])
      expect((await storage.leads.counts(workspaceId)).total).toBe(2)
    })

    test('a decider that throws leaves nothing and its error comes out', async () => {
      const one = arrival({ workspaceId: newId() })
      const refusal = new Error('no')
      await expect(
        intake().accept([one.request], () => {
          throw refusal
        }),
      ).rejects.toBe(refusal)
    })

    test('a failure names no value of the statement', async () => {
      const workspaceId = newId()
      const email = 'margaret@example.com'
      await accept([arrival({ workspaceId, lead: { email } })])
      const failure: unknown = await accept([arrival({ workspaceId, lead: { email } })]).catch(
        (error: unknown) => error,
      )
      const said = failure instanceof Error ? `${failure.message} ${JSON.stringify(failure)}` : ''
      expect(said).toContain('refused')
      expect(said).not.toContain('margaret')
      expect(failure).not.toHaveProperty('cause')
    })

    test('a known lead is replaced under its own key', async () => {
      const { storage } = subject()
      const workspaceId = newId()
      const first = arrival({ workspaceId })
      await accept([first])
      const later = arrival({ workspaceId, lead: { ...first.lead } })
      const lead = { ...first.lead, submissions: 2, company: 'Bletchley', stage: 'sal' as const }
      await intake().accept([later.request], () => ({
        ...landing([later]),
        leads: [{ lead, isNew: false }],
      }))
      expect(await storage.leads.find(workspaceId, lead.id)).toEqual(lead)
      expect(await storage.submissions.find(workspaceId, later.submission.id)).toBeDefined()
    })

    test('credits are seen by the next batch, whoever asks at once', async () => {
      const workspaceId = newId()
      const take = () => {
        const one = arrival({ workspaceId })
        return intake().accept([one.request], ({ credits }) => {
          const credit = (credits[0]?.credit ?? 0) + 1
          return {
            ...landing([one]),
            credits: [
              { workspaceId, poolId: 'pool', userId: 'ada', credit, lastAssignedAt: undefined },
            ],
          }
        })
      }
      await Promise.all(Array.from({ length: 8 }, take))
      expect(await subject().storage.routing.credits(workspaceId)).toEqual([
        { poolId: 'pool', userId: 'ada', credit: 8, lastAssignedAt: undefined },
      ])
    })

    test('open leads are counted for their owners, a returning lead once', async () => {
      const workspaceId = newId()
      const first = arrival({ workspaceId, lead: { ownerId: 'ada' } })
      await accept([first, arrival({ workspaceId, lead: { ownerId: 'ada' } })])
      await intake().accept([arrival({ workspaceId, lead: first.lead }).request], () => ({
        ...landing([]),
        leads: [{ lead: { ...first.lead, ownerId: 'bob' }, isNew: false }],
      }))
      const seen = await accept([arrival({ workspaceId, lead: { ownerId: undefined } })])
      expect(seen?.open.toSorted((a, b) => a.userId.localeCompare(b.userId))).toEqual([
        { workspaceId, userId: 'ada', open: 1 },
        { workspaceId, userId: 'bob', open: 1 },
      ])
    })

    test('history is taken in as it is, and wakes nobody', async () => {
      const { storage } = subject()
      const workspaceId = newId()
      const { lead, submission, events } = arrival({ workspaceId })
      const sentBack = leadRecord({ workspaceId, ownerId: 'ada' })
      const action = {
        id: newId(),
        leadId: sentBack.id,
        actorId: 'ada',
        kind: 'rejected' as const,
        reason: 'unreachable',
        note: 'Never answers',
        at: at(9),
      }
      await quiet()
      let woken = 0
      const stop = storage.onOutbox(() => woken++)
      await intake().import(workspaceId, {
        leads: [lead, sentBack],
        submissions: [submission],
        events,
        actions: [action],
      })
      stop()
      expect(woken).toBe(0)
      expect(await storage.leads.find(workspaceId, lead.id)).toEqual(lead)
      expect(await storage.leads.actions(workspaceId, sentBack.id)).toEqual([action])
      const isOpen = async (id: string) => (await storage.leads.summary(workspaceId, id))?.isOpen
      expect([await isOpen(lead.id), await isOpen(sentBack.id)]).toEqual([true, false])
      expect(await storage.events.ofLead(workspaceId, lead.id)).toEqual(events)
    })
  })
}
