import { and, desc, eq } from 'drizzle-orm'
import type { Connection } from '../connection.ts'
import { beyond, pageOf } from '../page.ts'
import type { SubmissionStore } from '../port.ts'
import { readKeys } from './lead-keys.ts'
import { submissionOf } from './submission-row.ts'

export const createSubmissionStore = (connection: Connection): SubmissionStore => {
  const { db, tables, vault } = connection
  const { submissions, leads, leadKeys } = tables

  return {
    async find(workspaceId, submissionId) {
      const [found] = await db
        .select({ row: submissions, wrapped: leadKeys.wrapped })
        .from(submissions)
        .innerJoin(
          leadKeys,
          and(
            eq(leadKeys.workspaceId, submissions.workspaceId),
            eq(leadKeys.leadId, submissions.leadId),
          ),
        )
        .where(and(eq(submissions.workspaceId, workspaceId), eq(submissions.id, submissionId)))
      return found && submissionOf(found.row, { vault, key: vault.unwrap(found.wrapped) })
    },

    async hasKey(workspaceId, formId, key) {
      const found = await db
        .select({ id: submissions.id })
        .from(submissions)
        .where(
          and(
            eq(submissions.workspaceId, workspaceId),
            eq(submissions.formId, formId),
            eq(submissions.key, key),
          ),
        )
        .limit(1)
      return found.length > 0
    },

    async ofVisitor(workspaceId, visitorHash, { limit }) {
      const rows = await db
        .select({ row: submissions, email: leads.email, wrapped: leadKeys.wrapped })
        .from(submissions)
        .innerJoin(
          leads,
          and(eq(leads.workspaceId, submissions.workspaceId), eq(leads.id, submissions.leadId)),
        )
        .innerJoin(
          leadKeys,
          and(
            eq(leadKeys.workspaceId, submissions.workspaceId),
            eq(leadKeys.leadId, submissions.leadId),
          ),
        )
        .where(
          and(eq(submissions.workspaceId, workspaceId), eq(submissions.visitorHash, visitorHash)),
        )
        .orderBy(desc(submissions.at), desc(submissions.id))
        .limit(limit)
      return rows.map(({ row, email, wrapped }) => ({
        submission: submissionOf(row, { vault, key: vault.unwrap(wrapped) }),
        email: email ?? '',
      }))
    },

    async page(workspaceId, { limit, cursor, formId, leadId }) {
      const rows = await db
        .select()
        .from(submissions)
        .where(
          and(
            eq(submissions.workspaceId, workspaceId),
            formId === undefined ? undefined : eq(submissions.formId, formId),
            leadId === undefined ? undefined : eq(submissions.leadId, leadId),
            beyond([submissions.at, submissions.id], cursor),
          ),
        )
        .orderBy(desc(submissions.at), desc(submissions.id))
        .limit(limit + 1)
      const leadIds = [...new Set(rows.map((row) => row.leadId))]
      const keys = await readKeys(connection, { workspaceId, leadIds })
      const page = pageOf(rows, { limit, mark: (row) => [row.at, row.id], item: (row) => row })
      return {
        next: page.next,
        items: page.items.flatMap((row) => {
          const key = keys.get(row.leadId)
          return key ? [submissionOf(row, { vault, key })] : []
        }),
      }
    },
  }
}
