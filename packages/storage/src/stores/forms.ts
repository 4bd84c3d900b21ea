import { and, desc, eq, sum } from 'drizzle-orm'
import { apply, touches, type Connection, type Writer } from '../connection.ts'
import { beyond, pageOf } from '../page.ts'
import {
  StorageConflict,
  type FormRecord,
  type FormStore,
  type FormVersionRecord,
} from '../port.ts'
import type { Tables } from '../tables.ts'
import { addToDays } from './form-days.ts'

export const createFormStore = (connection: Connection): FormStore => {
  const { db, tables, atomically, isUniqueViolation } = connection
  const { forms, formVersions, formDays } = tables
  const one = (workspaceId: string, formId: string) =>
    and(eq(forms.workspaceId, workspaceId), eq(forms.id, formId))

  return {
    async create(form) {
      const row = { ...form, publishedVersion: form.publishedVersion ?? null }
      try {
        await apply(connection, [{ write: (q) => q.insert(forms).values(row) }])
      } catch (error) {
        if (isUniqueViolation(error))
          throw new StorageConflict('slug-taken', `another form is at "${form.slug}"`)
        throw error
      }
    },

    async find(workspaceId, formId) {
      const [row] = await db.select().from(forms).where(one(workspaceId, formId))
      return row && formOf(row)
    },

    async findPublic(formId) {
      const [row] = await db.select().from(forms).where(eq(forms.id, formId))
      return row && formOf(row)
    },

    async findBySlug(slug) {
      const [row] = await db.select().from(forms).where(eq(forms.slug, slug))
      return row && formOf(row)
    },

    async page(workspaceId, { limit, cursor }) {
      const rows = await db
        .select()
        .from(forms)
        .where(and(eq(forms.workspaceId, workspaceId), beyond([forms.createdAt, forms.id], cursor)))
        .orderBy(desc(forms.createdAt), desc(forms.id))
        .limit(limit + 1)
      return pageOf(rows, { limit, mark: (row) => [row.createdAt, row.id], item: formOf })
    },

    async saveDraft(workspaceId, formId, { draft, revision, now, origins }) {
      const isSaved = await touches(connection, (q) =>
        q
          .update(forms)
          .set({ draft, revision: revision + 1, updatedAt: now, ...(origins && { origins }) })
          .where(and(one(workspaceId, formId), eq(forms.revision, revision))),
      )
      if (!isSaved) throw stale(formId, revision)
      return revision + 1
    },

    protect: (workspaceId, formId, { asksProof, now }) =>
      apply(connection, [
        {
          write: (q) =>
            q.update(forms).set({ asksProof, updatedAt: now }).where(one(workspaceId, formId)),
        },
      ]),

    takeOffline: (workspaceId, formId, now) =>
      touches(connection, (q) =>
        q
          .update(forms)
          .set({ publishedVersion: null, updatedAt: now })
          .where(one(workspaceId, formId)),
      ),

    publish: (workspaceId, formId, { revision, now, by }) =>
      atomically({
        lock: [`form:${formId}`],
        read: (q) => ({
          forms: q.select().from(forms).where(one(workspaceId, formId)),
          newest: q
            .select()
            .from(formVersions)
            .where(and(eq(formVersions.workspaceId, workspaceId), eq(formVersions.formId, formId)))
            .orderBy(desc(formVersions.version))
            .limit(1),
        }),
        decide({ forms: [form], newest: [newest] }) {
          if (!form || form.revision !== revision) throw stale(formId, revision)
          const isFrozen = newest?.revision === revision
          const row = isFrozen
            ? newest
            : {
                workspaceId,
                formId,
                version: (newest?.version ?? 0) + 1,
                revision,
                definition: form.draft,
                publishedAt: now,
                publishedBy: by ?? null,
              }
          if (form.publishedVersion === row.version) return { value: versionOf(row), steps: [] }
          return {
            value: versionOf(row),
            steps: [
              ...(isFrozen ? [] : [{ write: (q: Writer) => q.insert(formVersions).values(row) }]),
              {
                write: (q) =>
                  q
                    .update(forms)
                    .set({ publishedVersion: row.version, updatedAt: now })
                    .where(and(one(workspaceId, formId), eq(forms.revision, revision))),
                orFail: () => stale(formId, revision),
              },
            ],
          }
        },
      }),

    async version(workspaceId, formId, version) {
      const [row] = await db
        .select()
        .from(formVersions)
        .where(
          and(
            eq(formVersions.workspaceId, workspaceId),
            eq(formVersions.formId, formId),
            eq(formVersions.version, version),
          ),
        )
      return row && versionOf(row)
    },

    async versions(workspaceId, formId) {
      const { version, publishedAt, publishedBy } = formVersions
      const rows = await db
        .select({ version, publishedAt, publishedBy })
        .from(formVersions)
        .where(and(eq(formVersions.workspaceId, workspaceId), eq(formVersions.formId, formId)))
        .orderBy(desc(version))
      return rows.map((row) => ({
        ...row,
        workspaceId,
        formId,
        publishedBy: row.publishedBy ?? undefined,
      }))
    },

    async stats(workspaceId, formId) {
      const [row] = await db
        .select({
          views: sum(formDays.views).mapWith(Number),
          starts: sum(formDays.starts).mapWith(Number),
          submissions: sum(formDays.submissions).mapWith(Number),
        })
        .from(formDays)
        .where(and(eq(formDays.workspaceId, workspaceId), eq(formDays.formId, formId)))
      return {
        views: row?.views ?? 0,
        starts: row?.starts ?? 0,
        submissions: row?.submissions ?? 0,
      }
    },

    count: (workspaceId, formId, counts) =>
      apply(connection, [addToDays(tables, [{ workspaceId, formId, ...counts }])]),
  }
}

const formOf = (row: Tables['forms']['$inferSelect']): FormRecord => ({
  ...row,
  publishedVersion: row.publishedVersion ?? undefined,
})

const versionOf = ({
  revision: _revision,
  ...row
}: Tables['formVersions']['$inferSelect']): FormVersionRecord => ({
  ...row,
  publishedBy: row.publishedBy ?? undefined,
})

const stale = (formId: string, revision: number) =>
  new StorageConflict('stale-revision', `form ${formId} is no longer at revision ${revision}`)
