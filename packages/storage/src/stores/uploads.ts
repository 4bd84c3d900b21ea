import { and, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { apply, type Connection, type Step } from '../connection.ts'
import {
  StorageConflict,
  type NewSubmission,
  type UploadRecord,
  type UploadStore,
} from '../port.ts'
import type { Tables } from '../tables.ts'

export const createUploadStore = (connection: Connection): UploadStore => {
  const { db, tables, vault } = connection
  const { uploads } = tables

  return {
    add: (upload) =>
      apply(connection, [
        {
          write: (q) =>
            q.insert(uploads).values({
              ...upload,
              name: vault.seal(vault.master, upload.name),
              questionId: upload.questionId ?? null,
              submissionId: upload.submissionId ?? null,
            }),
        },
      ]),

    async find(workspaceId, ids) {
      if (ids.length === 0) return []
      const rows = await db
        .select()
        .from(uploads)
        .where(
          and(
            eq(uploads.workspaceId, workspaceId),
            inArray(uploads.id, [...ids]),
            isNull(uploads.removedAt),
          ),
        )
      return rows.map(({ removedAt: _removedAt, ...row }): UploadRecord => ({
        ...row,
        name: vault.open(vault.master, row.name),
        questionId: row.questionId ?? undefined,
        submissionId: row.submissionId ?? undefined,
      }))
    },

    async expire({ before, now, limit }) {
      const isOld = and(
        isNull(uploads.submissionId),
        isNull(uploads.removedAt),
        lt(uploads.createdAt, before),
      )
      await apply(connection, [
        { write: (q) => q.update(uploads).set({ removedAt: now }).where(isOld) },
      ])
      return db
        .select({ workspaceId: uploads.workspaceId, id: uploads.id })
        .from(uploads)
        .where(
          and(
            isNull(uploads.submissionId),
            isNotNull(uploads.removedAt),
            lt(uploads.createdAt, before),
          ),
        )
        .limit(limit)
    },

    forget: (workspaceId, id) =>
      apply(connection, [
        {
          write: (q) =>
            q
              .delete(uploads)
              .where(
                and(
                  eq(uploads.workspaceId, workspaceId),
                  eq(uploads.id, id),
                  isNotNull(uploads.removedAt),
                ),
              ),
        },
      ]),
  }
}

/** Gives each upload to the submission that claims it; one that is gone or another's fails the group. */
export const claims = (
  { uploads }: Tables,
  submissions: readonly NewSubmission[],
): readonly Step[] =>
  submissions.flatMap(({ workspaceId, id: submissionId, uploads: ids = [] }) =>
    ids.map((id): Step => ({
      write: (q) =>
        q
          .update(uploads)
          .set({ submissionId })
          .where(
            and(
              eq(uploads.workspaceId, workspaceId),
              eq(uploads.id, id),
              isNull(uploads.submissionId),
              isNull(uploads.removedAt),
            ),
          ),
      orFail: () =>
        new StorageConflict('upload-taken', 'an upload was removed or claimed by another'),
    })),
  )
