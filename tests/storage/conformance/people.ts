import { describe, expect, test } from 'vitest'
import { arrival, at, newId } from '../records.ts'
import type { Subject } from '../subject.ts'

export const peopleBehave = (subject: () => Subject): void => {
  const workspace = (over: { isDemo?: boolean; createdAt?: Date } = {}) => {
    const id = newId()
    return { id, name: 'Hive', slug: id, isDemo: false, createdAt: at(0), ...over }
  }
  /** As sign-up leaves a person: an account, a session and a membership. */
  const join = async (workspaceId: string, userId: string) => {
    const { query, now } = subject()
    const yes = subject().name === 'sqlite' ? '1' : 'true'
    await query(
      `INSERT INTO "user" (id, name, email, email_verified, created_at, updated_at)
       VALUES ('${userId}', 'Ada', '${userId}@example.com', ${yes}, ${now}, ${now})`,
    )
    await query(
      `INSERT INTO session (id, token, user_id, expires_at, created_at, updated_at)
       VALUES ('${newId()}', '${newId()}', '${userId}', ${now}, ${now}, ${now})`,
    )
    await query(
      `INSERT INTO member (id, organization_id, user_id, role, created_at)
       VALUES ('${newId()}', '${workspaceId}', '${userId}', 'rep', ${now})`,
    )
  }

  describe('workspaces and members', () => {
    test('an installation is empty until somebody belongs to a workspace other than the demo', async () => {
      const { workspaces } = subject().storage
      expect(await workspaces.isEmpty()).toBe(true)
      const demo = workspace({ isDemo: true })
      await workspaces.create(demo)
      await join(demo.id, newId())
      const made = workspace()
      await workspaces.create(made)
      expect(await workspaces.isEmpty()).toBe(true)
      await join(made.id, newId())
      expect(await workspaces.isEmpty()).toBe(false)
    })

    test('a demo counts as one from its history on, which comes last', async () => {
      const { workspaces, forms, intake } = subject().storage
      const demo = workspace({ isDemo: true })
      await workspaces.create(demo)
      const { lead, submission, events } = arrival({ workspaceId: demo.id })
      const { formId } = submission
      await forms.count(demo.id, formId, { day: '2026-03-01', views: 1 })
      expect(await workspaces.findDemo()).toBeUndefined()
      const traffic = [{ formId, day: '2026-03-01', views: 6, starts: 2 }]
      const history = { leads: [lead], submissions: [submission], events, actions: [], traffic }
      await intake.import(demo.id, history)
      expect(await workspaces.findDemo()).toEqual(demo)
      const stats = await forms.stats(demo.id, formId)
      expect(stats).toEqual({ views: 7, starts: 2, submissions: 1 })
    })

    test('workspaces are listed oldest first, up to a number', async () => {
      const { workspaces } = subject().storage
      const [later, earlier] = [workspace(), workspace({ createdAt: new Date(0) })]
      await workspaces.create(later)
      await workspaces.create(earlier)
      const made = (await workspaces.list(1000)).filter(
        ({ id }) => id === earlier.id || id === later.id,
      )
      expect(made).toEqual([earlier, later])
      expect(await workspaces.list(1)).toHaveLength(1)
    })

    test('a workspace is found by its id and its name in addresses', async () => {
      const { workspaces } = subject().storage
      const made = workspace()
      await workspaces.create(made)
      expect(await workspaces.find(made.id)).toEqual(made)
      expect(await workspaces.findBySlug(made.slug)).toEqual(made)
      await expect(workspaces.create({ ...workspace(), slug: made.slug })).rejects.toMatchObject({
        code: 'slug-taken',
      })
    })

    test('a member has a role and leaves with every session', async () => {
      const { members, workspaces } = subject().storage
      const made = workspace()
      const userId = newId()
      await workspaces.create(made)
      await join(made.id, userId)
      const ada = {
        userId,
        workspaceId: made.id,
        name: 'Ada',
        email: `${userId}@example.com`,
        role: 'rep',
        isActive: true,
      }
      expect(await members.list(made.id)).toEqual([ada])
      expect(await members.ofUser(userId)).toEqual([ada])
      expect(await members.setRole(made.id, userId, 'marketer')).toBe(true)
      expect(await members.find(made.id, userId)).toEqual({ ...ada, role: 'marketer' })
      expect(await members.remove(made.id, userId)).toBe(true)
      expect(await members.remove(made.id, userId)).toBe(false)
      expect(await members.find(made.id, userId)).toBeUndefined()
      const sessions = await subject().query(`SELECT id FROM session WHERE user_id = '${userId}'`)
      expect(sessions).toEqual([])
    })
  })

  describe('webhooks, keys and the audit', () => {
    const webhook = (workspaceId: string) => ({
      id: newId(),
      workspaceId,
      url: 'https://example.com/hook',
      types: ['lead.routed' as const],
      secret: 'whsec_c2VjcmV0IG9mIHRoZSBlbmRwb2ludA',
      isEnabled: true,
      disabledBecause: undefined,
      failingSince: undefined,
      createdAt: at(0),
    })

    test('a webhook keeps its secret sealed, and changes in part', async () => {
      const { webhooks } = subject().storage
      const made = webhook(newId())
      await webhooks.create(made)
      expect(await webhooks.list(made.workspaceId)).toEqual([made])
      const stored = await subject().query(`SELECT secret FROM webhooks WHERE id = '${made.id}'`)
      expect(JSON.stringify(stored)).not.toContain('whsec_')
      const off = { isEnabled: false, disabledBecause: 'answered 410', failingSince: at(3) }
      expect(await webhooks.update(made.workspaceId, made.id, off)).toBe(true)
      expect(await webhooks.find(made.workspaceId, made.id)).toEqual({ ...made, ...off })
      const on = { isEnabled: true, disabledBecause: undefined, failingSince: undefined }
      await webhooks.update(made.workspaceId, made.id, on)
      expect(await webhooks.find(made.workspaceId, made.id)).toEqual(made)
      expect(await webhooks.update(made.workspaceId, made.id, {})).toBe(true)
      expect(await webhooks.remove(made.workspaceId, made.id)).toBe(true)
      expect(await webhooks.remove(made.workspaceId, made.id)).toBe(false)
    })

    test('an API key is found by its hash and revoked once', async () => {
      const { keys } = subject().storage
      const made = {
        id: newId(),
        workspaceId: newId(),
        name: 'CRM',
        prefix: 'bk_abc',
        hash: newId(),
        role: 'marketer' as const,
        createdAt: at(0),
        revokedAt: undefined,
      }
      await keys.create(made)
      expect(await keys.findByHash(made.hash)).toEqual(made)
      expect(await keys.findByHash(newId())).toBeUndefined()
      expect(await keys.revoke(made.workspaceId, made.id, at(4))).toBe(true)
      expect(await keys.revoke(made.workspaceId, made.id, at(5))).toBe(false)
      expect(await keys.list(made.workspaceId)).toEqual([{ ...made, revokedAt: at(4) }])
    })

    test('the audit lists the newest first', async () => {
      const { audit } = subject().storage
      const workspaceId = newId()
      const entries = [0, 1, 2].map((minutes) => ({
        id: newId(),
        actorId: minutes === 0 ? undefined : 'ada',
        action: 'form.published',
        subject: 'form',
        at: at(minutes),
      }))
      for (const entry of entries) await audit.add(workspaceId, entry)
      const first = await audit.page(workspaceId, { limit: 2 })
      const second = await audit.page(workspaceId, { limit: 2, cursor: first.next })
      expect([...first.items, ...second.items]).toEqual(entries.toReversed())
    })
  })
}
