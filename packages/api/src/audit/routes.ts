import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { instant, json, listQuery, pageOf } from '../openapi/shape.ts'

const AuditView = z
  .object({
    id: z.string(),
    actorId: z.string().nullable(),
    action: z.string(),
    subject: z.string(),
    at: instant,
  })
  .openapi('AuditEntry')

/** Who changed what. */
export const auditRoutes = (deps: Deps) => {
  const { requires } = guards(deps)

  return new OpenAPIHono<ApiEnv>().openapi(
    createRoute({
      ...requires('owner'),
      method: 'get',
      path: '/v1/audit',
      operationId: 'listAudit',
      summary: 'List changes to definitions, routing, members, keys and webhooks',
      tags: ['Audit'],
      request: { query: listQuery },
      responses: { 200: json(pageOf(AuditView), 'Entries, newest first') },
    }),
    async (c) => {
      const { items, next } = await deps.storage.audit.page(
        c.get('actor').workspaceId,
        c.req.valid('query'),
      )
      const entries = items.map(({ id, actorId, action, subject, at }) => ({
        id,
        actorId: actorId ?? null,
        action,
        subject,
        at: at.toISOString(),
      }))
      return c.json({ items: entries, next: next ?? null }, 200)
    },
  )
}
