import { activeStages } from '@bantam/schema'
import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  notInArray,
  sql,
  sum,
  type SQL,
} from 'drizzle-orm'
import type { Connection } from '../connection.ts'
import { beyond, pageOf } from '../page.ts'
import type { LeadFilter, LeadStore } from '../port.ts'
import type { Tables } from '../tables.ts'
import { act } from './act.ts'
import { readKeys, rowWithKey } from './lead-keys.ts'
import { leadOf, openFirst, summaryOf } from './lead-row.ts'
import { separate } from './separate.ts'

export const createLeadStore = (connection: Connection): LeadStore => {
  const { db, tables, vault } = connection
  const { leads, leadActions } = tables
  const one = (workspaceId: string, leadId: string) =>
    and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId))

  return {
    async find(workspaceId, leadId) {
      const [found] = await rowWithKey(db, tables, { workspaceId, leadId })
      return found && leadOf(found.row, { vault, key: vault.unwrap(found.wrapped) })
    },

    async summary(workspaceId, leadId) {
      const [row] = await db.select().from(leads).where(one(workspaceId, leadId))
      return row && summaryOf(row)
    },

    async page(workspaceId, { limit, cursor, filter, sort }) {
      const order =
        sort === 'rank' ? [leads.rank, leads.routedAt, leads.id] : [leads.createdAt, leads.id]
      const rows = await db
        .select()
        .from(leads)
        .where(
          and(
            eq(leads.workspaceId, workspaceId),
            ...filters(leads, filter),
            openness(leads, { isOpen: filter.isOpen, sort }),
            beyond(order, cursor),
          ),
        )
        .orderBy(...order.map((column) => desc(column)))
        .limit(limit + 1)
      return pageOf(rows, {
        limit,
        mark: (row) =>
          sort === 'rank' ? [row.rank, row.routedAt, row.id] : [row.createdAt, row.id],
        item: summaryOf,
      })
    },

    async counts(workspaceId, userId) {
      const isActive = activity(leads, true)
      const tally = (condition: SQL | undefined) =>
        sum(sql`CASE WHEN ${condition} THEN 1 ELSE 0 END`).mapWith(Number)
      const [row] = await db
        .select({
          active: tally(isActive),
          mine: tally(and(isActive, eq(leads.ownerId, userId ?? ''))),
          unclaimed: tally(and(isActive, eq(leads.lane, 'sales'), claimed(leads, false))),
          nurture: tally(eq(leads.stage, 'nurture')),
          total: count(),
        })
        .from(leads)
        .where(eq(leads.workspaceId, workspaceId))
      return {
        active: row?.active ?? 0,
        mine: row?.mine ?? 0,
        unclaimed: row?.unclaimed ?? 0,
        nurture: row?.nurture ?? 0,
        total: row?.total ?? 0,
      }
    },

    act: (workspaceId, leadId, change) => act(connection, { workspaceId, leadId, ...change }),

    separate: (workspaceId, change) => separate(connection, { workspaceId, ...change }),

    async actions(workspaceId, leadId) {
      const rows = await db
        .select()
        .from(leadActions)
        .where(and(eq(leadActions.workspaceId, workspaceId), eq(leadActions.leadId, leadId)))
        .orderBy(asc(leadActions.at), asc(leadActions.id))
      const key = (await readKeys(connection, { workspaceId, leadIds: [leadId] })).get(leadId)
      return rows.map(({ workspaceId: _workspaceId, ...row }) => ({
        ...row,
        actorId: row.actorId ?? undefined,
        reason: row.reason ?? undefined,
        note: row.note === null || !key ? undefined : vault.open(key, row.note),
      }))
    },
  }
}

const filters = (leads: Tables['leads'], filter: LeadFilter): (SQL | undefined)[] => [
  filter.ownerId === undefined ? undefined : eq(leads.ownerId, filter.ownerId),
  filter.unowned ? isNull(leads.ownerId) : undefined,
  filter.lane && eq(leads.lane, filter.lane),
  filter.stage && eq(leads.stage, filter.stage),
  filter.isActive === undefined ? undefined : activity(leads, filter.isActive),
  filter.isClaimed === undefined ? undefined : claimed(leads, filter.isClaimed),
  filter.formId === undefined ? undefined : eq(leads.formId, filter.formId),
  filter.search ? sql`${leads.search} LIKE ${within(filter.search)} ESCAPE '!'` : undefined,
]

const activity = ({ stage }: Tables['leads'], isActive: boolean): SQL =>
  (isActive ? inArray : notInArray)(stage, [...activeStages])

const claimed = ({ claimedAt }: Tables['leads'], isClaimed: boolean): SQL =>
  (isClaimed ? isNotNull : isNull)(claimedAt)

/** Told by rank in a ranked list, where it is a range of the list's own index. */
const openness = (
  leads: Tables['leads'],
  { isOpen, sort }: { isOpen: boolean | undefined; sort: 'newest' | 'rank' },
): SQL | undefined => {
  if (isOpen === undefined) return undefined
  if (sort === 'newest') return eq(leads.isOpen, isOpen)
  return isOpen ? gte(leads.rank, openFirst) : lt(leads.rank, openFirst)
}

/** A pattern that finds `text` anywhere, its own wildcards taken literally. */
const within = (text: string) => `%${text.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`
