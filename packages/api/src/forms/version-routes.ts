import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { everyone, guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { formDocument, idPath, instant, json, jsonBody } from '../openapi/shape.ts'
import { FormView, formView } from './form-view.ts'
import {
  differencesOf,
  duplicateForm,
  findVersion,
  listVersions,
  restoreVersion,
} from './versions.ts'

const Version = z.object({
  version: z.int(),
  publishedAt: instant,
  publishedBy: z.string().nullable(),
})
const VersionLine = Version.extend({ publishedByName: z.string().nullable() })
const PublishedVersion = Version.extend({ definition: formDocument })
const Difference = z
  .object({
    place: z.object({ part: z.enum(['form', 'question', 'ending']), id: z.string().optional() }),
    kind: z.enum(['added', 'removed', 'changed', 'moved']),
    title: z.string(),
    changes: z.array(
      z.object({ what: z.string(), before: z.string().optional(), after: z.string().optional() }),
    ),
  })
  .openapi('FormDifference')

const number = z.coerce.number().int().min(1).max(2_147_483_647)
const versionPath = idPath.extend({ version: number })
const versionName = z.union([z.literal('draft'), number])
const tags = ['Forms']

/** What became of a form: its versions, what differs between them, and the ways back. */
export const versionRoutes = (deps: Deps) => {
  const { requires } = guards(deps)
  const editors = () => requires('owner', 'marketer')

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/forms/{id}/versions',
        operationId: 'listFormVersions',
        summary: 'Every published version, newest first',
        tags,
        request: { params: idPath },
        responses: { 200: json(z.object({ items: z.array(VersionLine) }), 'The versions') },
      }),
      async (c) => {
        const versions = await listVersions(deps, {
          actor: c.get('actor'),
          ...c.req.valid('param'),
        })
        const items = versions.map(({ version, publishedAt, publishedBy, publishedByName }) => ({
          version,
          publishedAt: publishedAt.toISOString(),
          publishedBy: publishedBy ?? null,
          publishedByName: publishedByName ?? null,
        }))
        return c.json({ items }, 200)
      },
    )
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/forms/{id}/versions/{version}',
        operationId: 'getFormVersion',
        summary: 'One published version as it was frozen',
        tags,
        request: { params: versionPath },
        responses: { 200: json(PublishedVersion, 'The version') },
      }),
      async (c) => {
        const { version, definition, publishedAt, publishedBy } = await findVersion(deps, {
          actor: c.get('actor'),
          ...c.req.valid('param'),
        })
        const published = {
          version,
          publishedAt: publishedAt.toISOString(),
          publishedBy: publishedBy ?? null,
        }
        return c.json({ ...published, definition }, 200)
      },
    )
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/forms/{id}/differences',
        operationId: 'listFormDifferences',
        summary: 'What differs between two versions, or a version and the draft',
        tags,
        request: {
          params: idPath,
          query: z.object({ from: versionName.optional(), to: versionName.default('draft') }),
        },
        responses: {
          200: json(z.object({ items: z.array(Difference) }), 'The differences, in form order'),
        },
      }),
      async (c) => {
        const found = await differencesOf(deps, {
          actor: c.get('actor'),
          ...c.req.valid('param'),
          ...c.req.valid('query'),
        })
        const items = found.map(({ changes, ...rest }) => ({ ...rest, changes: [...changes] }))
        return c.json({ items }, 200)
      },
    )
    .openapi(
      createRoute({
        ...editors(),
        method: 'post',
        path: '/v1/forms/{id}/versions/{version}/restore',
        operationId: 'restoreFormVersion',
        summary: 'Make a published version the draft again',
        tags,
        request: { params: versionPath, body: jsonBody(z.object({ revision: z.int() })) },
        responses: { 200: json(z.object({ revision: z.int() }), 'The draft is that version now') },
      }),
      async (c) => {
        const restored = await restoreVersion(deps, {
          actor: c.get('actor'),
          ...c.req.valid('param'),
          ...c.req.valid('json'),
        })
        c.header('ETag', `"${restored.revision}"`)
        return c.json(restored, 200)
      },
    )
    .openapi(
      createRoute({
        ...editors(),
        method: 'post',
        path: '/v1/forms/{id}/duplicate',
        operationId: 'duplicateForm',
        summary: 'Create another form from the draft of this one',
        tags,
        request: { params: idPath },
        responses: { 201: json(FormView, 'The new form') },
      }),
      async (c) => {
        const form = await duplicateForm(deps, {
          actor: c.get('actor'),
          ...c.req.valid('param'),
        })
        return c.json(await formView(deps, form), 201)
      },
    )
}
