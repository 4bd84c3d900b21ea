import { describe, expect, test } from 'vitest'
import { at, conversationRecord, newId } from '../records.ts'
import type { Subject } from '../subject.ts'

export const conversationsBehave = (subject: () => Subject): void => {
  describe('conversations', () => {
    test('what was known at the start is frozen with it', async () => {
      const { conversations } = subject().storage
      const known = [{ questionId: 'role', submissionId: newId(), from: 'position' }]
      const made = conversationRecord({ known, skip: ['budget'] })
      await conversations.start(made)
      await conversations.save(made.id, { seq: 1, answers: [], now: at(1) })
      expect(await conversations.find(made.id)).toMatchObject({ known, skip: ['budget'] })
    })

    test('an older list of answers changes nothing', async () => {
      const { conversations } = subject().storage
      const made = conversationRecord()
      await conversations.start(made)
      const answers = [{ questionId: 'need', value: 'speed' }]
      expect(await conversations.save(made.id, { seq: 2, answers, now: at(1) })).toBe(true)
      expect(await conversations.save(made.id, { seq: 1, answers: [], now: at(2) })).toBe(false)
      expect(await conversations.save(made.id, { seq: 2, answers: [], now: at(2) })).toBe(false)
      expect(await conversations.find(made.id)).toEqual({
        ...made,
        seq: 2,
        answers,
        updatedAt: at(1),
      })
    })

    test('an unknown conversation is not saved', async () => {
      const { conversations } = subject().storage
      expect(await conversations.save(newId(), { seq: 1, answers: [], now: at(1) })).toBe(false)
    })

    test('a submitted conversation takes no more answers', async () => {
      const { conversations } = subject().storage
      const made = conversationRecord({ submissionId: newId() })
      await conversations.start(made)
      await expect(
        conversations.save(made.id, { seq: 5, answers: [], now: at(1) }),
      ).rejects.toMatchObject({ code: 'already-submitted' })
    })

    test('each start counts on its form', async () => {
      const { conversations, forms } = subject().storage
      const formId = newId()
      await conversations.start(conversationRecord({ formId }))
      await conversations.start(conversationRecord({ formId }))
      expect((await forms.stats('hive', formId)).starts).toBe(2)
    })

    test('a visitor is known where it has had a conversation', async () => {
      const { conversations } = subject().storage
      const visitorHash = newId()
      await conversations.start(conversationRecord({ visitorHash }))
      expect(await conversations.knowsVisitor('hive', visitorHash, at(-1))).toBe(true)
      expect(await conversations.knowsVisitor('hive', visitorHash, at(1))).toBe(false)
      expect(await conversations.knowsVisitor(newId(), visitorHash, at(-1))).toBe(false)
    })

    test('a visitor is known where it has left a signal', async () => {
      const { conversations } = subject().storage
      const [workspaceId, visitorHash] = [newId(), newId()]
      const seen = { id: 's', name: 'pricing-page', at: at(1), url: undefined }
      await conversations.addSignals([{ ...seen, workspaceId, visitorHash }])
      expect(await conversations.knowsVisitor(workspaceId, visitorHash, at(0))).toBe(true)
      expect(await conversations.knowsVisitor(workspaceId, visitorHash, at(1))).toBe(false)
      expect(await conversations.knowsVisitor(newId(), visitorHash, at(0))).toBe(false)
    })

    test('a signal sent twice is one signal, and an id shadows no other visitor', async () => {
      const { conversations } = subject().storage
      const signal = {
        id: newId(),
        workspaceId: newId(),
        visitorHash: 'v1',
        name: 'pricing-page',
        at: at(1),
        url: undefined,
      }
      await conversations.addSignals([signal, signal])
      await conversations.addSignals([signal, { ...signal, visitorHash: 'v2' }])
      await conversations.addSignals([])
      expect(await conversations.signals(signal.workspaceId, 'v1', at(0))).toEqual([signal])
      expect(await conversations.signals(signal.workspaceId, 'v2', at(0))).toHaveLength(1)
      expect(await conversations.signals(signal.workspaceId, 'v1', at(1))).toEqual([])
    })
  })
}
