import { describe, expect, test } from 'vitest'
import { at, form, formRecord, model, modelRecord, newId, routing } from '../records.ts'
import type { Subject } from '../subject.ts'

export const definitionsBehave = (subject: () => Subject): void => {
  const forms = () => subject().storage.forms

  describe('forms', () => {
    test('a created form reads back unchanged, under each of its addresses', async () => {
      const made = formRecord({ origins: ['https://example.com'] })
      await forms().create(made)
      expect(await forms().find(made.workspaceId, made.id)).toEqual(made)
      expect(await forms().findPublic(made.id)).toEqual(made)
      expect(await forms().findBySlug(made.slug)).toEqual(made)
    })

    test('a taken address is refused', async () => {
      const made = formRecord()
      await forms().create(made)
      await expect(
        forms().create(formRecord({ slug: made.slug, workspaceId: newId() })),
      ).rejects.toMatchObject({ code: 'slug-taken' })
    })

    test('a draft saved from a stale revision is refused and changes nothing', async () => {
      const { id, workspaceId } = formRecord()
      await forms().create(formRecord({ id, workspaceId }))
      const change = (title: string) => ({ draft: { ...form, title }, revision: 1, now: at(1) })
      expect(await forms().saveDraft(workspaceId, id, change('Second'))).toBe(2)
      await expect(forms().saveDraft(workspaceId, id, change('Third'))).rejects.toMatchObject({
        code: 'stale-revision',
      })
      expect((await forms().find(workspaceId, id))?.draft.title).toBe('Second')
    })

    test('saving a draft leaves the origins alone unless they are given', async () => {
      const { id, workspaceId } = formRecord()
      await forms().create(formRecord({ id, workspaceId, origins: ['https://a.example'] }))
      await forms().saveDraft(workspaceId, id, { draft: form, revision: 1, now: at(1) })
      expect((await forms().find(workspaceId, id))?.origins).toEqual(['https://a.example'])
      await forms().saveDraft(workspaceId, id, {
        draft: form,
        revision: 2,
        now: at(1),
        origins: [],
      })
      expect((await forms().find(workspaceId, id))?.origins).toEqual([])
    })

    test('protection is switched beside the draft, which stays at its revision', async () => {
      const { id, workspaceId } = formRecord()
      await forms().create(formRecord({ id, workspaceId }))
      for (const asksProof of [true, false]) {
        await forms().protect(workspaceId, id, { asksProof, now: at(1) })
        expect(await forms().findPublic(id)).toMatchObject({ asksProof, revision: 1 })
        await forms().protect(newId(), id, { asksProof: !asksProof, now: at(2) })
        expect((await forms().findPublic(id))?.asksProof).toBe(asksProof)
      }
    })

    test('a published version stays as it was when the draft moves on', async () => {
      const { id, workspaceId } = formRecord()
      await forms().create(formRecord({ id, workspaceId }))
      const first = await forms().publish(workspaceId, id, { revision: 1, now: at(1), by: 'ada' })
      expect(first).toMatchObject({ version: 1, publishedBy: 'ada', publishedAt: at(1) })
      const draft = { ...form, title: 'Second' }
      await forms().saveDraft(workspaceId, id, { draft, revision: 1, now: at(2) })
      await forms().publish(workspaceId, id, { revision: 2, now: at(3), by: undefined })
      expect((await forms().version(workspaceId, id, 1))?.definition).toEqual(form)
      expect((await forms().version(workspaceId, id, 2))?.definition).toEqual(draft)
      expect((await forms().find(workspaceId, id))?.publishedVersion).toBe(2)
      expect((await forms().versions(workspaceId, id)).map(({ version }) => version)).toEqual([
        2, 1,
      ])
    })

    test('of two people who publish one revision both get the same version', async () => {
      const { id, workspaceId } = formRecord()
      await forms().create(formRecord({ id, workspaceId }))
      const publish = () => forms().publish(workspaceId, id, { revision: 1, now: at(1), by: 'ada' })
      const versions = await Promise.all([publish(), publish(), publish()])
      expect(versions.map(({ version }) => version)).toEqual([1, 1, 1])
      expect(await forms().versions(workspaceId, id)).toHaveLength(1)
    })

    test('a form that is taken offline keeps its versions, and publishing puts the newest back', async () => {
      const { id, workspaceId } = formRecord()
      await forms().create(formRecord({ id, workspaceId }))
      const publish = (revision: number) =>
        forms().publish(workspaceId, id, { revision, now: at(1), by: 'ada' })
      const shown = async () => (await forms().find(workspaceId, id))?.publishedVersion
      const first = await publish(1)
      expect(await forms().takeOffline(workspaceId, id, at(2))).toBe(true)
      expect(await shown()).toBeUndefined()
      expect(await publish(1)).toEqual(first)
      expect(await shown()).toBe(1)
      await forms().takeOffline(workspaceId, id, at(3))
      await forms().saveDraft(workspaceId, id, { draft: form, revision: 1, now: at(4) })
      expect((await publish(2)).version).toBe(2)
      expect(await forms().versions(workspaceId, id)).toHaveLength(2)
      expect(await forms().takeOffline(newId(), id, at(5))).toBe(false)
      expect(await shown()).toBe(2)
    })

    test('of two people who save one revision one wins', async () => {
      const { id, workspaceId } = formRecord()
      await forms().create(formRecord({ id, workspaceId }))
      const saves = ['A', 'B', 'C'].map((title) =>
        forms().saveDraft(workspaceId, id, { draft: { ...form, title }, revision: 1, now: at(1) }),
      )
      const outcomes = await Promise.allSettled(saves)
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect((await forms().find(workspaceId, id))?.revision).toBe(2)
    })

    test('publishing a stale revision is refused', async () => {
      const { id, workspaceId } = formRecord()
      await forms().create(formRecord({ id, workspaceId }))
      await expect(
        forms().publish(workspaceId, id, { revision: 9, now: at(1), by: undefined }),
      ).rejects.toMatchObject({ code: 'stale-revision' })
      expect(await forms().versions(workspaceId, id)).toEqual([])
    })

    test('pages hold each form once, newest first, also those of one instant', async () => {
      const workspaceId = newId()
      const made = Array.from({ length: 7 }, () => formRecord({ workspaceId }))
      for (const one of made) await forms().create(one)
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await forms().page(workspaceId, { limit: 3, cursor })
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.next
      } while (cursor !== undefined)
      expect(seen).toEqual(made.map(({ id }) => id).toReversed())
    })

    test('a cursor that no list made is refused', async () => {
      for (const cursor of [
        '',
        'x',
        'W10',
        'WzEsMl0',
        Buffer.from('[1e99,"a"]').toString('base64url'),
      ])
        await expect(forms().page('hive', { limit: 3, cursor })).rejects.toMatchObject({
          code: 'invalid-cursor',
        })
    })

    test('views and starts add up over days', async () => {
      const { id, workspaceId } = formRecord()
      const day = '2026-03-02'
      await Promise.all([
        forms().count(workspaceId, id, { day, views: 2 }),
        forms().count(workspaceId, id, { day, views: 1, starts: 1 }),
        forms().count(workspaceId, id, { day: '2026-03-03', views: 4 }),
      ])
      expect(await forms().stats(workspaceId, id)).toEqual({ views: 7, starts: 1, submissions: 0 })
    })

    test('only PostgreSQL reorders the keys of a document', async () => {
      const made = formRecord()
      await forms().create(made)
      const stored = await forms().find(made.workspaceId, made.id)
      const keys = Object.keys(stored?.draft.translations ?? {})
      expect(keys).toEqual(subject().name === 'sqlite' ? ['fr', 'de'] : ['de', 'fr'])
    })

    test('only PostgreSQL refuses a NUL in a text', async () => {
      const made = formRecord({ draft: { ...form, title: 'a\0b' } })
      if (subject().name === 'sqlite') await forms().create(made)
      else await expect(forms().create(made)).rejects.toMatchObject({ name: 'StatementRefused' })
      expect((await forms().find(made.workspaceId, made.id)) !== undefined).toBe(
        subject().name === 'sqlite',
      )
    })
  })

  describe('models', () => {
    test('the newest published version is live, whatever the draft says', async () => {
      const { models } = subject().storage
      const { id, workspaceId } = modelRecord({ workspaceId: newId() })
      await models.create(modelRecord({ id, workspaceId }))
      expect(await models.live(workspaceId)).toBeUndefined()
      const rationale = 'Sales and marketing agreed'
      await models.publish(workspaceId, id, { revision: 1, rationale, now: at(1), by: 'ada' })
      const draft = { ...model, name: 'Second' }
      expect(await models.saveDraft(workspaceId, id, { draft, revision: 1, now: at(2) })).toBe(2)
      expect(await models.live(workspaceId)).toEqual({
        workspaceId,
        modelId: id,
        version: 1,
        document: model,
        rationale,
        publishedAt: at(1),
        publishedBy: 'ada',
      })
      await models.publish(workspaceId, id, { revision: 2, rationale, now: at(3), by: undefined })
      expect((await models.live(workspaceId))?.document).toEqual(draft)
      expect((await models.version(workspaceId, id, 1))?.document).toEqual(model)
      expect((await models.list(workspaceId))[0]).toMatchObject({
        revision: 2,
        publishedVersion: 2,
      })
      expect(await models.find(workspaceId, id)).toMatchObject({ draft })
    })

    test('a stale draft is refused', async () => {
      const { models } = subject().storage
      const made = modelRecord()
      await models.create(made)
      const stale = { revision: 4, now: at(1) }
      await expect(
        models.saveDraft(made.workspaceId, made.id, { ...stale, draft: model }),
      ).rejects.toMatchObject({ code: 'stale-revision' })
      await expect(
        models.publish(made.workspaceId, made.id, { ...stale, rationale: '', by: undefined }),
      ).rejects.toMatchObject({ code: 'stale-revision' })
    })
  })

  describe('routing', () => {
    test('of two people who save after one version one wins', async () => {
      const store = subject().storage.routing
      const workspaceId = newId()
      expect(await store.live(workspaceId)).toBeUndefined()
      const save = () =>
        store.save(workspaceId, { document: routing, after: 0, now: at(1), by: 'ada' })
      const outcomes = await Promise.allSettled([save(), save()])
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(await store.live(workspaceId)).toEqual({
        workspaceId,
        version: 1,
        document: routing,
        savedAt: at(1),
        savedBy: 'ada',
      })
    })

    test('absences that are over are left out, and one can be taken back', async () => {
      const store = subject().storage.routing
      const workspaceId = newId()
      const away = { id: newId(), userId: 'ada', from: at(0), to: at(60) }
      await store.addAbsence(workspaceId, away)
      expect(await store.absences(workspaceId, at(30))).toEqual([away])
      expect(await store.absences(workspaceId, at(60))).toEqual([])
      expect(await store.removeAbsence(workspaceId, away.id)).toBe(true)
      expect(await store.removeAbsence(workspaceId, away.id)).toBe(false)
      expect(await store.absences(workspaceId, at(0))).toEqual([])
    })
  })
}
