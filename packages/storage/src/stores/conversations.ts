import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm'
import { apply, type Connection } from '../connection.ts'
import { StorageConflict, type ConversationRecord, type ConversationStore } from '../port.ts'
import { addToDays, dayOf } from './form-days.ts'

export const createConversationStore = (connection: Connection): ConversationStore => {
  const { db, tables, vault, atomically } = connection
  const { conversations, signals } = tables

  return {
    start(conversation) {
      const { workspaceId, formId, startedAt } = conversation
      const row = {
        ...conversation,
        visitorHash: conversation.visitorHash ?? null,
        submissionId: conversation.submissionId ?? null,
        answers: vault.seal(vault.master, JSON.stringify(conversation.answers)),
        touch: conversation.touch
          ? vault.seal(vault.master, JSON.stringify(conversation.touch))
          : null,
      }
      return apply(connection, [
        { write: (q) => q.insert(conversations).values(row) },
        addToDays(tables, [{ workspaceId, formId, day: dayOf(startedAt), starts: 1 }]),
      ])
    },

    async find(conversationId) {
      const [row] = await db
        .select()
        .from(conversations)
        .where(eq(conversations.id, conversationId))
      if (!row) return undefined
      const answers: ConversationRecord['answers'] = JSON.parse(
        vault.open(vault.master, row.answers),
      )
      return {
        ...row,
        visitorHash: row.visitorHash ?? undefined,
        submissionId: row.submissionId ?? undefined,
        answers,
        touch: row.touch === null ? undefined : JSON.parse(vault.open(vault.master, row.touch)),
      }
    },

    save: (conversationId, { seq, answers, now }) =>
      atomically({
        lock: [`conversation:${conversationId}`],
        read: (q) => ({
          stored: q
            .select({ seq: conversations.seq, submissionId: conversations.submissionId })
            .from(conversations)
            .where(eq(conversations.id, conversationId)),
        }),
        decide({ stored: [stored] }) {
          const submitted = () =>
            new StorageConflict('already-submitted', 'the conversation was submitted')
          if (stored?.submissionId) throw submitted()
          if (!stored || stored.seq >= seq) return { value: false, steps: [] }
          const change = {
            seq,
            answers: vault.seal(vault.master, JSON.stringify(answers)),
            updatedAt: now,
          }
          return {
            value: true,
            steps: [
              {
                write: (q) =>
                  q
                    .update(conversations)
                    .set(change)
                    .where(
                      and(
                        eq(conversations.id, conversationId),
                        lt(conversations.seq, seq),
                        isNull(conversations.submissionId),
                      ),
                    ),
              },
            ],
          }
        },
      }),

    async knowsVisitor(workspaceId, visitorHash, after) {
      const started = await db
        .select({ id: conversations.id })
        .from(conversations)
        .where(
          and(
            eq(conversations.workspaceId, workspaceId),
            eq(conversations.visitorHash, visitorHash),
            gt(conversations.startedAt, after),
          ),
        )
        .limit(1)
      if (started.length > 0) return true
      const seen = await db
        .select({ id: signals.id })
        .from(signals)
        .where(
          and(
            eq(signals.workspaceId, workspaceId),
            eq(signals.visitorHash, visitorHash),
            gt(signals.at, after),
          ),
        )
        .limit(1)
      return seen.length > 0
    },

    addSignals: (seen) =>
      apply(connection, [
        {
          write: (q) =>
            q.insertMany(
              signals,
              seen.map((signal) => ({ ...signal, url: signal.url ?? null })),
              { key: ['workspaceId', 'visitorHash', 'id'], then: 'ignore' },
            ),
        },
      ]),

    async signals(workspaceId, visitorHash, after) {
      const rows = await db
        .select()
        .from(signals)
        .where(
          and(
            eq(signals.workspaceId, workspaceId),
            eq(signals.visitorHash, visitorHash),
            gt(signals.at, after),
          ),
        )
        .orderBy(asc(signals.at), asc(signals.id))
      return rows.map((row) => ({ ...row, url: row.url ?? undefined }))
    },
  }
}
