import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { idPath, json, jsonBody } from '../openapi/shape.ts'
import {
  changeWebhook,
  CreatedWebhook,
  createWebhook,
  NewWebhook,
  removeWebhook,
  WebhookChange,
  WebhookView,
  webhookView,
} from './webhooks.ts'

const tags = ['Webhooks']

/** Endpoints that are told what happens, signed by Standard Webhooks. */
export const webhookRoutes = (deps: Deps) => {
  const { requires } = guards(deps)

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...requires('owner'),
        method: 'get',
        path: '/v1/webhooks',
        operationId: 'listWebhooks',
        summary: 'List webhooks',
        tags,
        responses: { 200: json(z.object({ items: z.array(WebhookView) }), 'The webhooks') },
      }),
      async (c) => {
        const webhooks = await deps.storage.webhooks.list(c.get('actor').workspaceId)
        return c.json({ items: webhooks.map(webhookView) }, 200)
      },
    )
    .openapi(
      createRoute({
        ...requires('owner'),
        method: 'post',
        path: '/v1/webhooks',
        operationId: 'createWebhook',
        summary: 'Add a webhook; its secret is shown this once',
        tags,
        request: { body: jsonBody(NewWebhook) },
        responses: { 201: json(CreatedWebhook, 'Added') },
      }),
      async (c) => {
        const webhook = await createWebhook(deps, { actor: c.get('actor'), ...c.req.valid('json') })
        return c.json({ ...webhookView(webhook), secret: webhook.secret }, 201)
      },
    )
    .openapi(
      createRoute({
        ...requires('owner'),
        method: 'patch',
        path: '/v1/webhooks/{id}',
        operationId: 'changeWebhook',
        summary: 'Change a webhook, or switch it on or off',
        tags,
        request: { params: idPath, body: jsonBody(WebhookChange) },
        responses: { 200: json(WebhookView, 'Changed') },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const change = c.req.valid('json')
        const webhook = await changeWebhook(deps, { actor: c.get('actor'), id, change })
        return c.json(webhookView(webhook), 200)
      },
    )
    .openapi(
      createRoute({
        ...requires('owner'),
        method: 'delete',
        path: '/v1/webhooks/{id}',
        operationId: 'removeWebhook',
        summary: 'Remove a webhook',
        tags,
        request: { params: idPath },
        responses: { 204: { description: 'Removed' } },
      }),
      async (c) => {
        await removeWebhook(deps, { actor: c.get('actor'), ...c.req.valid('param') })
        return c.body(null, 204)
      },
    )
}
