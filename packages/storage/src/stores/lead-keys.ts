import { and, eq, inArray } from 'drizzle-orm'
import type { Connection, Reader } from '../connection.ts'
import { DatabaseRefused } from '../refusal.ts'
import type { Tables } from '../tables.ts'
import type { Key } from '../vault.ts'

/** The keys of some leads of one workspace; a forgotten lead has none. */
export const readKeys = async (
  { db, tables: { leadKeys }, vault }: Connection,
  { workspaceId, leadIds }: { workspaceId: string; leadIds: readonly string[] },
): Promise<ReadonlyMap<string, Key>> => {
  if (leadIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(leadKeys)
    .where(and(eq(leadKeys.workspaceId, workspaceId), inArray(leadKeys.leadId, [...leadIds])))
  return new Map(rows.map(({ leadId, wrapped }) => [leadId, vault.unwrap(wrapped)]))
}

/**
 * Throws `DatabaseRefused` when the vault cannot open what is stored: under another secret nothing old can be read, and
 * what is new will not be under the right one.
 */
export const proveVault = async ({
  db,
  tables: { leadKeys },
  vault,
}: Pick<Connection, 'db' | 'tables' | 'vault'>): Promise<void> => {
  const [oldest] = await db
    .select({ wrapped: leadKeys.wrapped })
    .from(leadKeys)
    .orderBy(leadKeys.workspaceId, leadKeys.leadId)
    .limit(1)
  try {
    if (oldest) vault.unwrap(oldest.wrapped)
  } catch (cause) {
    throw new DatabaseRefused(
      'database-unreadable',
      'The database was filled under another secret. Put back the SECRET_KEY or the file secret.key that belongs to it; nothing was changed.',
      cause,
    )
  }
}

/** A lead's row with the key that opens it, as it is stored; nothing for a forgotten lead. */
export const rowWithKey = (
  q: Pick<Reader, 'select'>,
  { leads, leadKeys }: Pick<Tables, 'leads' | 'leadKeys'>,
  { workspaceId, leadId }: { workspaceId: string; leadId: string },
) =>
  q
    .select({ row: leads, wrapped: leadKeys.wrapped })
    .from(leads)
    .innerJoin(
      leadKeys,
      and(eq(leadKeys.workspaceId, leads.workspaceId), eq(leadKeys.leadId, leads.id)),
    )
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)))
