import { and, asc, eq } from 'drizzle-orm'
import { apply, touches, type Connection } from '../connection.ts'
import type { WebhookRecord, WebhookStore } from '../port.ts'
import type { Tables } from '../tables.ts'

export const createWebhookStore = (connection: Connection): WebhookStore => {
  const { db, tables, vault } = connection
  const { webhooks } = tables
  const one = (workspaceId: string, id: string) =>
    and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.id, id))
  const webhookOf = (row: Tables['webhooks']['$inferSelect']): WebhookRecord => ({
    ...row,
    secret: vault.open(vault.master, row.secret),
    disabledBecause: row.disabledBecause ?? undefined,
    failingSince: row.failingSince ?? undefined,
  })

  return {
    async list(workspaceId) {
      const rows = await db
        .select()
        .from(webhooks)
        .where(eq(webhooks.workspaceId, workspaceId))
        .orderBy(asc(webhooks.id))
      return rows.map(webhookOf)
    },

    async find(workspaceId, id) {
      const [row] = await db.select().from(webhooks).where(one(workspaceId, id))
      return row && webhookOf(row)
    },

    create(webhook) {
      const row = {
        ...webhook,
        secret: vault.seal(vault.master, webhook.secret),
        disabledBecause: webhook.disabledBecause ?? null,
        failingSince: webhook.failingSince ?? null,
      }
      return apply(connection, [{ write: (q) => q.insert(webhooks).values(row) }])
    },

    async update(workspaceId, id, change) {
      const set = Object.fromEntries(
        Object.entries(change).map(([name, value]) => [name, value ?? null]),
      )
      if (Object.keys(set).length === 0) return (await this.find(workspaceId, id)) !== undefined
      return touches(connection, (q) => q.update(webhooks).set(set).where(one(workspaceId, id)))
    },

    remove: (workspaceId, id) =>
      touches(connection, (q) => q.delete(webhooks).where(one(workspaceId, id))),
  }
}
