import type { UploadRecord } from '@bantam/storage'
import { describe, expect, test } from 'vitest'
import { arrival, at, conversationRecord, landing, newId, sure } from '../records.ts'
import type { Subject } from '../subject.ts'

export const uploadsBehave = (subject: () => Subject): void => {
  const uploads = () => subject().storage.uploads

  const uploaded = async (over: Partial<UploadRecord> = {}): Promise<UploadRecord> => {
    const upload: UploadRecord = {
      id: newId(),
      workspaceId: newId(),
      formId: 'form',
      questionId: 'brief',
      name: 'CV of Grace.pdf',
      type: 'pdf',
      mediaType: 'application/pdf',
      size: 12_345,
      hash: 'hash',
      submissionId: undefined,
      createdAt: at(0),
      ...over,
    }
    await uploads().add(upload)
    return upload
  }

  const claiming = ({ workspaceId, id }: UploadRecord) =>
    arrival({ workspaceId, submission: { uploads: [id] } })

  const accept = (arrivals: readonly ReturnType<typeof arrival>[]) =>
    subject().storage.intake.accept(
      arrivals.map(({ request }) => request),
      () => landing(arrivals),
    )
  /** Whatever else the suite left to expire belongs to other workspaces. */
  const expired = async (workspaceId: string, before: Date) =>
    (await uploads().expire({ before, now: at(99), limit: 1000 })).filter(
      (one) => one.workspaceId === workspaceId,
    )

  describe('uploads', () => {
    test('an upload is found by its id, in its own workspace only', async () => {
      const upload = await uploaded()
      const { workspaceId, id } = upload
      expect(await uploads().find(workspaceId, [id, 'gone'])).toEqual([upload])
      expect(await uploads().find(workspaceId, [])).toEqual([])
      expect(await uploads().find(newId(), [id])).toEqual([])
    })

    test('the name of an upload is sealed at rest', async () => {
      const { workspaceId } = await uploaded({ name: 'Wilhelmina.pdf' })
      const rows = await subject().query(
        `SELECT * FROM uploads WHERE workspace_id = '${workspaceId}'`,
      )
      expect(rows).toHaveLength(1)
      expect(JSON.stringify(rows)).not.toContain('Wilhelmina')
    })

    test('a submission claims its uploads as it lands', async () => {
      const upload = await uploaded()
      const one = claiming(upload)
      await accept([one])
      const [found] = await uploads().find(upload.workspaceId, [upload.id])
      expect(found?.submissionId).toBe(one.submission.id)
    })

    test('an upload is claimed once, and who comes second leaves nothing behind', async () => {
      const { storage } = subject()
      const upload = await uploaded()
      const { workspaceId } = upload
      const rivals = [claiming(upload), claiming(upload)]
      const outcomes = await Promise.allSettled(rivals.map((one) => accept([one])))
      const lost = outcomes.filter((one) => one.status === 'rejected')
      expect(lost.map(({ reason }) => reason)).toMatchObject([{ code: 'upload-taken' }])
      const { items } = await storage.submissions.page(workspaceId, { limit: 9 })
      const [found] = await uploads().find(workspaceId, [upload.id])
      expect(items.map(({ id }) => id)).toEqual([found?.submissionId])
      expect((await storage.leads.counts(workspaceId)).total).toBe(1)
    })

    test('two submissions of one batch cannot claim the same upload', async () => {
      const upload = await uploaded()
      await expect(accept([claiming(upload), claiming(upload)])).rejects.toMatchObject({
        code: 'upload-taken',
      })
      const [found] = await uploads().find(upload.workspaceId, [upload.id])
      expect(found?.submissionId).toBeUndefined()
    })

    test('an upload of another workspace cannot be claimed', async () => {
      const upload = await uploaded()
      await expect(accept([claiming({ ...upload, workspaceId: newId() })])).rejects.toMatchObject({
        code: 'upload-taken',
      })
    })

    test('what nobody claimed expires, and can neither be found nor claimed then', async () => {
      const workspaceId = newId()
      const old = await uploaded({ workspaceId })
      const claimed = await uploaded({ workspaceId })
      const fresh = await uploaded({ workspaceId, createdAt: at(50) })
      await accept([claiming(claimed)])
      expect(await expired(workspaceId, at(10))).toEqual([{ workspaceId, id: old.id }])
      const ids = [old.id, claimed.id, fresh.id]
      const found = await uploads().find(workspaceId, ids)
      expect(found.map(({ id }) => id).sort()).toEqual([claimed.id, fresh.id].sort())
      await expect(accept([claiming(old)])).rejects.toMatchObject({ code: 'upload-taken' })
    })

    test('an expired upload is named until it is forgotten; a living one cannot be', async () => {
      const workspaceId = newId()
      const old = await uploaded({ workspaceId })
      const fresh = await uploaded({ workspaceId, createdAt: at(50) })
      await expired(workspaceId, at(10))
      expect(await expired(workspaceId, at(10))).toHaveLength(1)
      await uploads().forget(workspaceId, old.id)
      await uploads().forget(workspaceId, fresh.id)
      expect(await expired(workspaceId, at(10))).toEqual([])
      expect(await uploads().find(workspaceId, [fresh.id])).toHaveLength(1)
    })
  })

  describe('where people came from', () => {
    test('a conversation keeps what its start said, sealed', async () => {
      const { conversations } = subject().storage
      const touch = { at: at(0).toISOString(), utm_source: 'CAMPAIGN-OF-SPRING' }
      const { id } = conversationRecord()
      await conversations.start(conversationRecord({ id, touch }))
      expect((await conversations.find(id))?.touch).toEqual(touch)
      const rows = await subject().query(`SELECT * FROM conversations WHERE id = '${id}'`)
      expect(JSON.stringify(rows)).not.toContain('CAMPAIGN-OF-SPRING')
    })

    test('a lead keeps its first and its last touch', async () => {
      const touch = { at: at(0).toISOString(), referrer: 'https://search.example' }
      const attribution = { first: touch, last: { ...touch, at: at(9).toISOString() } }
      const one = arrival({ workspaceId: newId(), lead: { attribution } })
      await accept([one])
      const lead = sure(await subject().storage.leads.find(one.lead.workspaceId, one.lead.id))
      expect(lead.attribution).toEqual(attribution)
    })
  })
}
