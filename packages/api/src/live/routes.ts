import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import { identify } from '../auth/identify.ts'
import { everyone, guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { LeadItem } from '../leads/lead-item.ts'
import { traceOf } from '../problems.ts'

/** Milliseconds between signs of life. */
const fifteenSeconds = 15_000
/** Milliseconds for which who was let in may hear more without being asked for again. */
const oneSecond = 1000

/** What happens in the workspace, as it happens. */
export const liveRoutes = (
  deps: Deps,
  { pingEvery = fifteenSeconds, trusted = oneSecond } = {},
) => {
  const { requires } = guards(deps)

  return new OpenAPIHono<ApiEnv>().openapi(
    createRoute({
      ...requires(...everyone),
      method: 'get',
      path: '/v1/live',
      operationId: 'streamLive',
      summary: 'Events lead.routed and lead.changed as server-sent events; Last-Event-ID resumes',
      tags: ['Live'],
      responses: {
        200: {
          description: 'Each event carries an id and { lead }',
          content: { 'text/event-stream': { schema: z.object({ lead: LeadItem }) } },
        },
      },
    }),
    (c) => {
      const { workspaceId } = c.get('actor')
      c.header('X-Accel-Buffering', 'no')
      const tell = async (stream: SSEStreamingApi) => {
        const ending = new AbortController()
        stream.onAbort(() => ending.abort())
        let allowedAt = performance.now()
        // A session may have ended and a member may be gone since the stream opened: it ends with them.
        const isAllowed = async () => {
          const found = await identify(deps, c).catch(() => undefined)
          if (found?.actor.workspaceId !== workspaceId) return false
          allowedAt = performance.now()
          return true
        }
        const pings = setInterval(() => void ping({ stream, ending, isAllowed }), pingEvery)
        deps.metrics.streamOpened()
        try {
          // A first comment at once, so that the browser knows the stream stands.
          await stream.write(': open\n\n')
          const events = deps.live.stream(workspaceId, c.req.header('last-event-id'), ending.signal)
          for await (const { id, event, data } of events) {
            const isTrusted = performance.now() - allowedAt < trusted
            if (!isTrusted && !(await isAllowed())) break
            await stream.writeSSE({ id, event, data: JSON.stringify(data) })
          }
        } finally {
          clearInterval(pings)
          deps.metrics.streamClosed()
        }
      }
      return streamSSE(c, tell, async (error) =>
        deps.log.error(traceOf(error), 'a live stream broke'),
      )
    },
  )
}

interface Ping {
  readonly stream: SSEStreamingApi
  readonly ending: AbortController
  readonly isAllowed: () => Promise<boolean>
}

const ping = async ({ stream, ending, isAllowed }: Ping): Promise<void> => {
  if (await isAllowed()) await stream.write(': ping\n\n')
  else ending.abort()
}
