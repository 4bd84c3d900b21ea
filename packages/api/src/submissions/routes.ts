import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Route, Score } from '@bantam/schema'
import type { SubmissionRecord } from '@bantam/storage'
import { everyone, guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { AnswerView, answerViews } from '../leads/answers.ts'
import { idPath, instant, json, listQuery, pageOf, text } from '../openapi/shape.ts'
import { notFound } from '../problems.ts'

const tags = ['Submissions']
const Ending = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  body: z.string().optional(),
  url: z.string().optional(),
})
const SubmissionView = z
  .object({
    id: z.string(),
    leadId: z.string(),
    formId: z.string(),
    version: z.int(),
    answers: z.array(AnswerView),
    discarded: z.array(z.string()),
    score: Score,
    route: Route,
    ending: Ending,
    at: instant,
    isTest: z.boolean(),
  })
  .openapi('StoredSubmission')
const SubmissionQuery = listQuery.extend({ form: text(100).optional(), lead: text(100).optional() })

/** Submissions as they were decided: what was answered, why it went where it went. */
export const submissionRoutes = (deps: Deps) => {
  const { requires } = guards(deps)

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/submissions',
        operationId: 'listSubmissions',
        summary: 'List submissions',
        tags,
        request: { query: SubmissionQuery },
        responses: { 200: json(pageOf(SubmissionView), 'Submissions, newest first') },
      }),
      async (c) => {
        const { workspaceId } = c.get('actor')
        const { limit, cursor, form: formId, lead: leadId } = c.req.valid('query')
        const page = await deps.storage.submissions.page(workspaceId, {
          limit,
          cursor,
          formId,
          leadId,
        })
        const names = await namesOf(deps, workspaceId)
        const items = page.items.map((submission) => submissionView(submission, names))
        return c.json({ items, next: page.next ?? null }, 200)
      },
    )
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/submissions/{id}',
        operationId: 'getSubmission',
        summary: 'One submission with its score and route',
        tags,
        request: { params: idPath },
        responses: { 200: json(SubmissionView, 'The submission') },
      }),
      async (c) => {
        const { workspaceId } = c.get('actor')
        const submission = await deps.storage.submissions.find(workspaceId, c.req.valid('param').id)
        if (submission === undefined) throw notFound('submission')
        return c.json(submissionView(submission, await namesOf(deps, workspaceId)), 200)
      },
    )
}

type Names = ReadonlyMap<string, string>
const namesOf = async ({ storage }: Deps, workspaceId: string): Promise<Names> =>
  new Map((await storage.members.list(workspaceId)).map(({ userId, name }) => [userId, name]))

const submissionView = (
  submission: SubmissionRecord,
  names: Names,
): z.infer<typeof SubmissionView> => {
  const { id, leadId, formId, version, discarded, score, receipt, at, isTest } = submission
  const { destination, ownerId, sla, record } = submission
  return {
    id,
    leadId,
    formId,
    version,
    answers: answerViews(submission.answers),
    discarded: [...discarded],
    score,
    route: {
      destination,
      ...(ownerId !== undefined && {
        owner: { id: ownerId, name: names.get(ownerId) ?? 'Former member' },
      }),
      ...(sla && { sla }),
      record,
    },
    ending: receipt.ending,
    at: at.toISOString(),
    isTest,
  }
}
