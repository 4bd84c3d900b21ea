import { sql } from 'drizzle-orm'
import type { FileType } from '@bantam/schema'
import type { Kit } from '../postgres/kit.ts'

/** What visitors uploaded; the bytes lie outside the database under the same id. */
export const defineUploadTables = (kit: Kit) => {
  const { table, text, int, instant, index, primaryKey } = kit

  const uploads = table(
    'uploads',
    {
      workspaceId: text('workspace_id').notNull(),
      id: text('id').notNull(),
      formId: text('form_id').notNull(),
      questionId: text('question_id'),
      /** Sealed with the master key: people name files after themselves. */
      name: text('name').notNull(),
      type: text('type').$type<FileType>().notNull(),
      mediaType: text('media_type').notNull(),
      size: int('size').notNull(),
      hash: text('hash').notNull(),
      submissionId: text('submission_id'),
      /** From then on it is as if absent; its bytes go, and then its row. */
      removedAt: instant('removed_at'),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.id] }),
      index('uploads_unclaimed')
        .on(t.createdAt)
        .where(sql`submission_id IS NULL`),
    ],
  )

  return { uploads }
}
