import { and, asc, eq, exists, gt } from 'drizzle-orm'
import { apply, type Connection } from '../connection.ts'
import { StorageConflict, type WorkspaceStore } from '../port.ts'

export const createWorkspaceStore = (connection: Connection): WorkspaceStore => {
  const { db, tables, isUniqueViolation } = connection
  const { organization, member, formDays } = tables
  const { id, name, slug, isDemo, createdAt } = organization
  const workspaces = () => db.select({ id, name, slug, isDemo, createdAt }).from(organization)

  return {
    async isEmpty() {
      const somebody = await db
        .select({ id: member.id })
        .from(member)
        .innerJoin(organization, eq(organization.id, member.organizationId))
        .where(eq(isDemo, false))
        .limit(1)
      return somebody.length === 0
    },

    find: async (workspaceId) => (await workspaces().where(eq(id, workspaceId)))[0],

    findDemo: async () => {
      const { workspaceId, submissions } = formDays
      const counted = db.select({ workspaceId }).from(formDays)
      const hasHistory = exists(counted.where(and(eq(workspaceId, id), gt(submissions, 0))))
      return (
        await workspaces()
          .where(and(eq(isDemo, true), hasHistory))
          .limit(1)
      )[0]
    },

    list: async (most) => workspaces().orderBy(asc(createdAt), asc(id)).limit(most),

    findBySlug: async (wanted) => (await workspaces().where(eq(slug, wanted)))[0],

    async create(workspace) {
      try {
        await apply(connection, [{ write: (q) => q.insert(organization).values(workspace) }])
      } catch (error) {
        if (isUniqueViolation(error))
          throw new StorageConflict('slug-taken', `another workspace is at "${workspace.slug}"`)
        throw error
      }
    },
  }
}
