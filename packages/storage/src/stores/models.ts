import { and, asc, desc, eq } from 'drizzle-orm'
import { apply, touches, type Connection } from '../connection.ts'
import {
  StorageConflict,
  type ModelRecord,
  type ModelStore,
  type ModelVersionRecord,
} from '../port.ts'
import type { Tables } from '../tables.ts'

export const createModelStore = (connection: Connection): ModelStore => {
  const { db, tables, atomically } = connection
  const { models, modelVersions } = tables
  const one = (workspaceId: string, modelId: string) =>
    and(eq(models.workspaceId, workspaceId), eq(models.id, modelId))
  const versionsOf = (workspaceId: string, modelId: string) =>
    and(eq(modelVersions.workspaceId, workspaceId), eq(modelVersions.modelId, modelId))

  return {
    async live(workspaceId) {
      const [row] = await db
        .select()
        .from(modelVersions)
        .where(eq(modelVersions.workspaceId, workspaceId))
        .orderBy(desc(modelVersions.publishedAt), desc(modelVersions.version))
        .limit(1)
      return row && versionOf(row)
    },

    async find(workspaceId, modelId) {
      const [row] = await db.select().from(models).where(one(workspaceId, modelId))
      return row && modelOf(row)
    },

    async list(workspaceId) {
      const rows = await db
        .select()
        .from(models)
        .where(eq(models.workspaceId, workspaceId))
        .orderBy(asc(models.id))
      return rows.map(modelOf)
    },

    create: (model) =>
      apply(connection, [
        {
          write: (q) =>
            q.insert(models).values({ ...model, publishedVersion: model.publishedVersion ?? null }),
        },
      ]),

    async saveDraft(workspaceId, modelId, { draft, revision, now }) {
      const isSaved = await touches(connection, (q) =>
        q
          .update(models)
          .set({ draft, revision: revision + 1, updatedAt: now })
          .where(and(one(workspaceId, modelId), eq(models.revision, revision))),
      )
      if (!isSaved) throw stale(modelId, revision)
      return revision + 1
    },

    publish: (workspaceId, modelId, { revision, rationale, now, by }) =>
      atomically({
        lock: [`model:${modelId}`],
        read: (q) => ({
          models: q.select().from(models).where(one(workspaceId, modelId)),
          newest: q
            .select()
            .from(modelVersions)
            .where(versionsOf(workspaceId, modelId))
            .orderBy(desc(modelVersions.version))
            .limit(1),
        }),
        decide({ models: [model], newest: [newest] }) {
          if (!model || model.revision !== revision) throw stale(modelId, revision)
          if (newest?.revision === revision) return { value: versionOf(newest), steps: [] }
          const row = {
            workspaceId,
            modelId,
            version: (newest?.version ?? 0) + 1,
            revision,
            document: model.draft,
            rationale,
            publishedAt: now,
            publishedBy: by ?? null,
          }
          return {
            value: versionOf(row),
            steps: [
              { write: (q) => q.insert(modelVersions).values(row) },
              {
                write: (q) =>
                  q
                    .update(models)
                    .set({ publishedVersion: row.version, updatedAt: now })
                    .where(and(one(workspaceId, modelId), eq(models.revision, revision))),
                orFail: () => stale(modelId, revision),
              },
            ],
          }
        },
      }),

    async version(workspaceId, modelId, version) {
      const [row] = await db
        .select()
        .from(modelVersions)
        .where(and(versionsOf(workspaceId, modelId), eq(modelVersions.version, version)))
      return row && versionOf(row)
    },
  }
}

const modelOf = (row: Tables['models']['$inferSelect']): ModelRecord => ({
  ...row,
  publishedVersion: row.publishedVersion ?? undefined,
})

const versionOf = ({
  revision: _revision,
  ...row
}: Tables['modelVersions']['$inferSelect']): ModelVersionRecord => ({
  ...row,
  publishedBy: row.publishedBy ?? undefined,
})

const stale = (modelId: string, revision: number) =>
  new StorageConflict('stale-revision', `model ${modelId} is no longer at revision ${revision}`)
