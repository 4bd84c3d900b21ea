import { and, asc, eq, type SQL } from 'drizzle-orm'
import { touches, type Connection } from '../connection.ts'
import type { MemberStore } from '../port.ts'

export const createMemberStore = (connection: Connection): MemberStore => {
  const { db, tables, atomically } = connection
  const { member, user, session, leads, loads } = tables
  const one = (workspaceId: string, userId: string) =>
    and(eq(member.organizationId, workspaceId), eq(member.userId, userId))
  const members = (which: SQL | undefined) =>
    db
      .select({
        userId: member.userId,
        workspaceId: member.organizationId,
        name: user.name,
        email: user.email,
        role: member.role,
        isActive: member.isActive,
      })
      .from(member)
      .innerJoin(user, eq(user.id, member.userId))
      .where(which)
      .orderBy(asc(member.createdAt), asc(member.id))

  return {
    list: async (workspaceId) => members(eq(member.organizationId, workspaceId)),
    find: async (workspaceId, userId) => (await members(one(workspaceId, userId)))[0],
    ofUser: async (userId) => members(eq(member.userId, userId)),

    setRole: (workspaceId, userId, role) =>
      touches(connection, (q) => q.update(member).set({ role }).where(one(workspaceId, userId))),

    remove: (workspaceId, userId) =>
      atomically({
        lock: [`workspace:${workspaceId}`],
        read: (q) => ({
          found: q.select({ id: member.id }).from(member).where(one(workspaceId, userId)),
        }),
        decide: ({ found }) => ({
          value: found.length > 0,
          steps:
            found.length > 0
              ? [
                  { write: (q) => q.delete(member).where(one(workspaceId, userId)) },
                  { write: (q) => q.delete(session).where(eq(session.userId, userId)) },
                  {
                    write: (q) =>
                      q
                        .update(leads)
                        .set({ ownerId: null, claimedAt: null })
                        .where(
                          and(
                            eq(leads.workspaceId, workspaceId),
                            eq(leads.ownerId, userId),
                            eq(leads.isOpen, true),
                          ),
                        ),
                  },
                  {
                    write: (q) =>
                      q
                        .delete(loads)
                        .where(and(eq(loads.workspaceId, workspaceId), eq(loads.userId, userId))),
                  },
                ]
              : [],
        }),
      }),
  }
}
