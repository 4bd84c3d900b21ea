import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { OutboxRecord } from '@bantam/storage'
import { guards } from '../auth/requires.ts'
import type { ApiEnv, Deps, Letter } from '../deps.ts'
import { idPath, instant, json, listQuery, pageOf } from '../openapi/shape.ts'
import { notFound } from '../problems.ts'

const tags = ['Deliveries']
const State = z.enum(['waiting', 'sending', 'done', 'dead', 'held'])
const DeliveryView = z
  .object({
    id: z.string(),
    channel: z.enum(['mail', 'webhook']),
    kind: z.string(),
    target: z.string(),
    leadId: z.string(),
    submissionId: z.string().nullable(),
    state: State,
    attempts: z.int(),
    nextAt: instant,
    lastError: z.string().nullable(),
    doneAt: instant.nullable(),
    createdAt: instant,
  })
  .openapi('Delivery')
const DeliveryPage = DeliveryView.extend({
  /** A mail as it would be written now. Null for a webhook, and when what it was about no longer exists. */
  preview: z
    .object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string() })
    .nullable(),
}).openapi('DeliveryPage')

/** What was sent to whom, what waits, what failed and why. */
export const deliveryRoutes = (deps: Deps) => {
  const { requires } = guards(deps)

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...requires('owner', 'marketer', 'sales-manager'),
        method: 'get',
        path: '/v1/deliveries',
        operationId: 'listDeliveries',
        summary: 'List deliveries',
        tags,
        request: { query: listQuery.extend({ state: State.optional() }) },
        responses: { 200: json(pageOf(DeliveryView), 'Deliveries, newest first') },
      }),
      async (c) => {
        const { items, next } = await deps.storage.outbox.page(
          c.get('actor').workspaceId,
          c.req.valid('query'),
        )
        return c.json({ items: items.map(deliveryView), next: next ?? null }, 200)
      },
    )
    .openapi(
      createRoute({
        ...requires('owner', 'marketer', 'sales-manager'),
        method: 'get',
        path: '/v1/deliveries/{id}',
        operationId: 'getDelivery',
        summary: 'One delivery, and what its mail says',
        tags,
        request: { params: idPath },
        responses: { 200: json(DeliveryPage, 'The delivery') },
      }),
      async (c) => {
        const { workspaceId } = c.get('actor')
        const delivery = await deps.storage.outbox.find(workspaceId, c.req.valid('param').id)
        if (delivery === undefined) throw notFound('delivery')
        const letter = delivery.channel === 'mail' ? await deps.letter(delivery) : undefined
        return c.json(
          { ...deliveryView(delivery), preview: letter ? previewOf(letter) : null },
          200,
        )
      },
    )
    .openapi(
      createRoute({
        ...requires('owner', 'marketer', 'sales-manager'),
        method: 'post',
        path: '/v1/deliveries/{id}/replay',
        operationId: 'replayDelivery',
        summary: 'Send again, under the same id',
        tags,
        request: { params: idPath },
        responses: { 202: json(DeliveryView, 'It is due now') },
      }),
      async (c) => {
        const { workspaceId } = c.get('actor')
        const { id } = c.req.valid('param')
        await deps.storage.outbox.replay(workspaceId, id, deps.clock())
        const delivery = await deps.storage.outbox.find(workspaceId, id)
        if (delivery === undefined) throw notFound('delivery')
        return c.json(deliveryView(delivery), 202)
      },
    )
}

const previewOf = ({ to, subject, text, html }: Letter) => ({ to, subject, text, html })

const deliveryView = (row: OutboxRecord): z.infer<typeof DeliveryView> => ({
  id: row.id,
  channel: row.channel,
  kind: row.kind,
  target: row.target,
  leadId: row.leadId,
  submissionId: row.submissionId ?? null,
  state: row.state,
  attempts: row.attempts,
  nextAt: row.nextAt.toISOString(),
  lastError: row.lastError ?? null,
  doneAt: row.doneAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
})
