import { and, eq, inArray } from 'drizzle-orm'
import type { Connection } from '../connection.ts'
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
