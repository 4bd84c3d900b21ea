import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { json } from '../openapi/shape.ts'
import { Problem } from '../problems.ts'

const tags = ['Operations']

/** What the machinery around the server asks. */
export const healthRoutes = (deps: Deps) => {
  const { open } = guards(deps)

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...open(),
        method: 'get',
        path: '/healthz',
        operationId: 'getHealth',
        summary: 'Whether the process is alive',
        tags,
        responses: {
          200: json(z.object({ status: z.literal('ok'), version: z.string() }), 'Alive'),
        },
      }),
      (c) => c.json({ status: 'ok' as const, version: deps.version }, 200),
    )
    .openapi(
      createRoute({
        ...open(),
        method: 'get',
        path: '/readyz',
        operationId: 'getReadiness',
        summary: 'Whether the database answers and its migrations are done',
        tags,
        responses: { 200: json(z.object({ status: z.literal('ready') }), 'Ready') },
      }),
      async (c) => {
        await deps.storage.ready().catch((cause: unknown) => {
          throw new Problem('unavailable', 'The database does not answer or is not migrated yet.', {
            cause,
          })
        })
        return c.json({ status: 'ready' as const }, 200)
      },
    )
    .openapi(
      createRoute({
        ...open(),
        method: 'get',
        path: '/metrics',
        operationId: 'getMetrics',
        summary: 'Figures for Prometheus',
        tags,
        responses: {
          200: {
            description: 'Prometheus text',
            content: { 'text/plain': { schema: z.string() } },
          },
        },
      }),
      async (c) => {
        const text = await deps.metrics.text()
        return c.text(text, 200, { 'Content-Type': deps.metrics.contentType })
      },
    )
}
