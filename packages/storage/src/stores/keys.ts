import { and, asc, eq, isNull } from 'drizzle-orm'
import { apply, touches, type Connection } from '../connection.ts'
import type { ApiKeyRecord, KeyStore } from '../port.ts'
import type { Tables } from '../tables.ts'

export const createKeyStore = (connection: Connection): KeyStore => {
  const { db, tables } = connection
  const { apiKeys } = tables

  return {
    async findByHash(hash) {
      const [row] = await db.select().from(apiKeys).where(eq(apiKeys.hash, hash))
      return row && keyOf(row)
    },

    async list(workspaceId) {
      const rows = await db
        .select()
        .from(apiKeys)
        .where(eq(apiKeys.workspaceId, workspaceId))
        .orderBy(asc(apiKeys.id))
      return rows.map(keyOf)
    },

    create: (key) =>
      apply(connection, [
        {
          write: (q) => q.insert(apiKeys).values({ ...key, revokedAt: key.revokedAt ?? null }),
        },
      ]),

    revoke: (workspaceId, keyId, now) =>
      touches(connection, (q) =>
        q
          .update(apiKeys)
          .set({ revokedAt: now })
          .where(
            and(
              eq(apiKeys.workspaceId, workspaceId),
              eq(apiKeys.id, keyId),
              isNull(apiKeys.revokedAt),
            ),
          ),
      ),
  }
}

const keyOf = (row: Tables['apiKeys']['$inferSelect']): ApiKeyRecord => ({
  ...row,
  revokedAt: row.revokedAt ?? undefined,
})
