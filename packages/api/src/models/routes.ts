import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { everyone, guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { anyDocument, idPath, instant, json, jsonBody, text } from '../openapi/shape.ts'
import { revisionOf } from '../revision.ts'
import {
  createModel,
  findModel,
  ModelView,
  modelView,
  publishModel,
  saveModelDraft,
} from './models.ts'

const tags = ['Scoring models']
const Document = z.object({ document: anyDocument })

/** Scoring models: the written definition of a qualified lead. */
export const modelRoutes = (deps: Deps) => {
  const { requires } = guards(deps)
  const editors = () => requires('owner', 'marketer')

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/models',
        operationId: 'listModels',
        summary: 'List scoring models',
        tags,
        responses: { 200: json(z.object({ items: z.array(ModelView) }), 'The models') },
      }),
      async (c) => {
        const models = await deps.storage.models.list(c.get('actor').workspaceId)
        return c.json({ items: models.map(modelView) }, 200)
      },
    )
    .openapi(
      createRoute({
        ...editors(),
        method: 'post',
        path: '/v1/models',
        operationId: 'createModel',
        summary: 'Create a scoring model from a document',
        tags,
        request: { body: jsonBody(Document) },
        responses: { 201: json(ModelView, 'The new model') },
      }),
      async (c) => {
        const model = await createModel(deps, { actor: c.get('actor'), ...c.req.valid('json') })
        return c.json(modelView(model), 201)
      },
    )
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/models/{id}',
        operationId: 'getModel',
        summary: 'One scoring model with its draft',
        tags,
        request: { params: idPath },
        responses: { 200: json(ModelView, 'The model') },
      }),
      async (c) => {
        const model = await findModel(deps, { actor: c.get('actor'), ...c.req.valid('param') })
        return c.json(modelView(model), 200)
      },
    )
    .openapi(
      createRoute({
        ...editors(),
        method: 'put',
        path: '/v1/models/{id}/draft',
        operationId: 'saveModelDraft',
        summary: 'Save the draft; If-Match names the revision it builds on',
        tags,
        request: { params: idPath, body: jsonBody(Document) },
        responses: { 200: json(z.object({ revision: z.int() }), 'Saved') },
      }),
      async (c) => {
        const saved = await saveModelDraft(deps, {
          actor: c.get('actor'),
          ...c.req.valid('param'),
          ...c.req.valid('json'),
          revision: revisionOf(c),
        })
        c.header('ETag', `"${saved.revision}"`)
        return c.json(saved, 200)
      },
    )
    .openapi(
      createRoute({
        ...editors(),
        method: 'post',
        path: '/v1/models/{id}/publish',
        operationId: 'publishModel',
        summary: 'Make the draft the definition that submissions are scored by',
        tags,
        request: {
          params: idPath,
          body: jsonBody(z.object({ revision: z.int(), rationale: text(4000).min(1) })),
        },
        responses: {
          201: json(z.object({ version: z.int(), publishedAt: instant }), 'Published'),
        },
      }),
      async (c) => {
        const { version, publishedAt } = await publishModel(deps, {
          actor: c.get('actor'),
          ...c.req.valid('param'),
          ...c.req.valid('json'),
        })
        return c.json({ version, publishedAt: publishedAt.toISOString() }, 201)
      },
    )
}
