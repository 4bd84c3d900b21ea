import { describe, expect, test } from 'vitest'
import {
  actionRecord,
  arrival,
  at,
  form,
  formRecord,
  landing,
  model,
  modelRecord,
  newId,
  routing,
} from '../records.ts'
import type { Subject } from '../subject.ts'

/** Whatever is asked for in another workspace's name is not there, and nothing of it changes. */
export const workspacesAreApart = (subject: () => Subject): void => {
  describe('a workspace', () => {
    test('sees and changes nothing of another', async () => {
      const { storage } = subject()
      const [ours, theirs] = [newId(), newId()]
      const { id: formId } = await filled(ours)
      const made = modelRecord({ workspaceId: ours })
      await storage.models.create(made)
      await storage.models.publish(ours, made.id, {
        revision: 1,
        rationale: '',
        now: at(1),
        by: undefined,
      })
      const { lead, submission, events, outbox } = await landed(ours)
      const absence = { id: newId(), userId: 'ada', from: at(0), to: at(9) }
      await storage.routing.addAbsence(ours, absence)
      await storage.routing.save(ours, { document: routing, after: 0, now: at(0), by: undefined })
      const endpoint = newId()
      await storage.webhooks.create({
        id: endpoint,
        workspaceId: ours,
        url: 'https://example.com',
        types: [],
        secret: 'whsec_',
        isEnabled: true,
        disabledBecause: undefined,
        failingSince: undefined,
        createdAt: at(0),
      })
      const key = newId()
      await storage.keys.create({
        id: key,
        workspaceId: ours,
        name: '',
        prefix: '',
        hash: key,
        role: 'owner',
        createdAt: at(0),
        revokedAt: undefined,
      })
      await storage.audit.add(ours, {
        id: newId(),
        actorId: undefined,
        action: 'form.published',
        subject: formId,
        at: at(0),
      })

      const request = { limit: 9 }
      const page = { items: [], next: undefined }
      const stats = { views: 0, starts: 0, submissions: 0 }
      const counts = { active: 0, mine: 0, unclaimed: 0, nurture: 0, total: 0 }
      const reads: [unknown, unknown][] = [
        [storage.forms.find(theirs, formId), undefined],
        [storage.forms.page(theirs, request), page],
        [storage.forms.version(theirs, formId, 1), undefined],
        [storage.forms.versions(theirs, formId), []],
        [storage.forms.stats(theirs, formId), stats],
        [storage.models.live(theirs), undefined],
        [storage.models.find(theirs, made.id), undefined],
        [storage.models.list(theirs), []],
        [storage.models.version(theirs, made.id, 1), undefined],
        [storage.routing.live(theirs), undefined],
        [storage.routing.absences(theirs, at(0)), []],
        [storage.routing.credits(theirs), []],
        [storage.routing.removeAbsence(theirs, absence.id), false],
        [storage.conversations.knowsVisitor(theirs, 'visitor', new Date(0)), false],
        [storage.conversations.signals(theirs, 'visitor', at(0)), []],
        [storage.leads.find(theirs, lead.id), undefined],
        [storage.leads.summary(theirs, lead.id), undefined],
        [storage.leads.page(theirs, { ...request, filter: {}, sort: 'rank' }), page],
        [storage.leads.counts(theirs), counts],
        [storage.leads.actions(theirs, lead.id), []],
        [act(theirs, lead.id), undefined],
        [storage.submissions.find(theirs, submission.id), undefined],
        [storage.submissions.ofVisitor(theirs, 'visitor', { limit: 9 }), []],
        [storage.submissions.page(theirs, request), page],
        [storage.submissions.page(theirs, { ...request, leadId: lead.id }), page],
        [storage.events.since(theirs, '', 9), []],
        [storage.events.ofLead(theirs, lead.id), []],
        [storage.events.find(theirs, events[0]?.id ?? ''), undefined],
        [storage.outbox.page(theirs, request), page],
        [storage.outbox.find(theirs, outbox[0]?.id ?? ''), undefined],
        [storage.outbox.replay(theirs, outbox[0]?.id ?? '', at(0)), false],
        [storage.webhooks.list(theirs), []],
        [storage.webhooks.find(theirs, endpoint), undefined],
        [storage.webhooks.update(theirs, endpoint, { isEnabled: false }), false],
        [storage.webhooks.remove(theirs, endpoint), false],
        [storage.keys.list(theirs), []],
        [storage.keys.revoke(theirs, key, at(0)), false],
        [storage.members.list(theirs), []],
        [storage.members.find(theirs, 'ada'), undefined],
        [storage.members.setRole(theirs, 'ada', 'owner'), false],
        [storage.members.remove(theirs, 'ada'), false],
        [storage.audit.page(theirs, request), page],
        [storage.workspaces.find(theirs), undefined],
      ]
      for (const [index, [found, nothing]] of reads.entries())
        expect(await found, `read ${index}`).toEqual(nothing)

      const refused = { code: 'stale-revision' }
      const change = { revision: 1, now: at(1) }
      await expect(
        storage.forms.saveDraft(theirs, formId, { ...change, draft: form }),
      ).rejects.toMatchObject(refused)
      await expect(
        storage.forms.publish(theirs, formId, { ...change, by: undefined }),
      ).rejects.toMatchObject(refused)
      await expect(
        storage.models.saveDraft(theirs, made.id, { ...change, draft: model }),
      ).rejects.toMatchObject(refused)
      await expect(
        storage.models.publish(theirs, made.id, { ...change, rationale: '', by: undefined }),
      ).rejects.toMatchObject(refused)
      expect(await storage.leads.find(ours, lead.id)).toEqual(lead)
    })

    test('may hold the same address, key and lead id as another', async () => {
      const [ours, theirs] = [newId(), newId()]
      const one = await landed(ours)
      const other = arrival({
        workspaceId: theirs,
        lead: { id: one.lead.id, email: one.lead.email, name: 'Another' },
        submission: { key: one.submission.key, formId: one.submission.formId },
      })
      let seen: unknown
      await subject().storage.intake.accept([other.request], ({ leads, submissions }) => {
        seen = { leads, submissions }
        return landing([other])
      })
      expect(seen).toEqual({ leads: [], submissions: [] })
      expect((await subject().storage.leads.find(theirs, one.lead.id))?.name).toBe('Another')
      expect(await subject().storage.leads.find(ours, one.lead.id)).toEqual(one.lead)
    })

    const filled = async (workspaceId: string) => {
      const { forms } = subject().storage
      const made = formRecord({ workspaceId })
      await forms.create(made)
      await forms.publish(workspaceId, made.id, { revision: 1, now: at(1), by: undefined })
      return made
    }
    const landed = async (workspaceId: string) => {
      const one = arrival({ workspaceId })
      await subject().storage.intake.accept([one.request], () => landing([one]))
      return one
    }
    const act = (workspaceId: string, leadId: string) =>
      subject().storage.leads.act(workspaceId, leadId, {
        action: actionRecord({ leadId }),
        doneAt: at(10),
        patch: { stage: 'lost' },
        events: [],
        outbox: [],
      })
  })
}
