import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { idPath, json, jsonBody } from '../openapi/shape.ts'
import { CreatedKey, createKey, KeyView, keyView, NewKey, revokeKey } from './keys.ts'

const tags = ['API keys']

/** Keys for programs. */
export const keyRoutes = (deps: Deps) => {
  const { requires } = guards(deps)

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...requires('owner'),
        method: 'get',
        path: '/v1/keys',
        operationId: 'listKeys',
        summary: 'List API keys',
        tags,
        responses: { 200: json(z.object({ items: z.array(KeyView) }), 'The keys') },
      }),
      async (c) => {
        const keys = await deps.storage.keys.list(c.get('actor').workspaceId)
        return c.json({ items: keys.map(keyView) }, 200)
      },
    )
    .openapi(
      createRoute({
        ...requires('owner'),
        method: 'post',
        path: '/v1/keys',
        operationId: 'createKey',
        summary: 'Create a key; it is shown this once',
        tags,
        request: { body: jsonBody(NewKey) },
        responses: { 201: json(CreatedKey, 'Created') },
      }),
      async (c) =>
        c.json(await createKey(deps, { actor: c.get('actor'), ...c.req.valid('json') }), 201),
    )
    .openapi(
      createRoute({
        ...requires('owner'),
        method: 'delete',
        path: '/v1/keys/{id}',
        operationId: 'revokeKey',
        summary: 'Revoke a key',
        tags,
        request: { params: idPath },
        responses: { 204: { description: 'Revoked' } },
      }),
      async (c) => {
        await revokeKey(deps, { actor: c.get('actor'), ...c.req.valid('param') })
        return c.body(null, 204)
      },
    )
}
