import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { everyone, guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import {
  anyDocument,
  formDocument,
  idPath,
  instant,
  json,
  jsonBody,
  listQuery,
  pageOf,
} from '../openapi/shape.ts'
import { revisionOf } from '../revision.ts'
import { createFromTemplate } from '../templates/create-from-template.ts'
import { FormSummary, formSummary, FormView, formView } from './form-view.ts'
import {
  createForm,
  findForm,
  protectForm,
  publishForm,
  saveDraft,
  takeFormOffline,
} from './forms.ts'

const Diagnosis = z.array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, {
  error: 'must be small letters, digits and hyphens, at most 63',
})
const NewForm = z
  .object({
    definition: z.unknown().optional(),
    /** The id of a template, instead of a definition. */
    template: z.string().max(100).optional(),
    slug: slug.optional(),
  })
  .refine(({ definition, template }) => definition === undefined || template === undefined, {
    path: ['template'],
    error: 'cannot come with a definition: send one of the two',
  })
  .refine(({ definition, template }) => definition !== undefined || template !== undefined, {
    path: ['definition'],
    error: 'is missing: send one, or the id of a template',
  })
const CreatedForm = FormView.extend({
  /** The scoring model that came with the template. */
  model: z.object({ id: z.string(), name: z.string(), isLive: z.boolean() }).nullable(),
}).openapi('CreatedForm')
const origin = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^/?#\s]+$/, {
    error: 'must be an origin such as https://www.example.com, without a path',
  })
const Protection = z.object({ asksProof: z.boolean() }).openapi('Protection')
const tags = ['Forms']

/** Forms: drafts and publishing. */
export const formRoutes = (deps: Deps) => {
  const { requires } = guards(deps)
  const editors = () => requires('owner', 'marketer')

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/forms',
        operationId: 'listForms',
        summary: 'List forms with their figures',
        tags,
        request: { query: listQuery },
        responses: { 200: json(pageOf(FormSummary), 'Forms, newest first') },
      }),
      async (c) => {
        const { items, next } = await deps.storage.forms.page(
          c.get('actor').workspaceId,
          c.req.valid('query'),
        )
        const summaries = await Promise.all(items.map((form) => formSummary(deps, form)))
        return c.json({ items: summaries, next: next ?? null }, 200)
      },
    )
    .openapi(
      createRoute({
        ...editors(),
        method: 'post',
        path: '/v1/forms',
        operationId: 'createForm',
        summary: 'Create a form from a definition or a template',
        tags,
        request: { body: jsonBody(NewForm) },
        responses: { 201: json(CreatedForm, 'The new form') },
      }),
      async (c) => {
        const { template, definition, slug: address } = c.req.valid('json')
        const actor = c.get('actor')
        const { form, model } =
          template === undefined
            ? { form: await createForm(deps, { actor, definition, slug: address }), model: null }
            : await createFromTemplate(deps, { actor, template, slug: address })
        return c.json({ ...(await formView(deps, form)), model }, 201)
      },
    )
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/forms/{id}',
        operationId: 'getForm',
        summary: 'One form with its draft and how to embed it',
        tags,
        request: { params: idPath },
        responses: { 200: json(FormView, 'The form') },
      }),
      async (c) => {
        const form = await findForm(deps, { actor: c.get('actor'), ...c.req.valid('param') })
        return c.json(await formView(deps, form), 200)
      },
    )
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/forms/{id}/draft',
        operationId: 'getFormDraft',
        summary: 'The draft and its revision',
        tags,
        request: { params: idPath },
        responses: {
          200: json(
            z.object({ revision: z.int(), definition: formDocument }),
            'The draft; ETag is its revision',
          ),
        },
      }),
      async (c) => {
        const { revision, draft } = await findForm(deps, {
          actor: c.get('actor'),
          ...c.req.valid('param'),
        })
        c.header('ETag', `"${revision}"`)
        return c.json({ revision, definition: draft }, 200)
      },
    )
    .openapi(
      createRoute({
        ...editors(),
        method: 'put',
        path: '/v1/forms/{id}/draft',
        operationId: 'saveFormDraft',
        summary: 'Save the draft; If-Match names the revision it builds on',
        tags,
        request: {
          params: idPath,
          body: jsonBody(
            z.object({ definition: anyDocument, origins: z.array(origin).max(100).optional() }),
          ),
        },
        responses: {
          200: json(
            z.object({ revision: z.int(), diagnosis: Diagnosis }),
            'Saved; the diagnosis says what stops it from being published',
          ),
        },
      }),
      async (c) => {
        const saved = await saveDraft(deps, {
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
        method: 'put',
        path: '/v1/forms/{id}/protection',
        operationId: 'protectForm',
        summary: 'Ask every visitor for a proof of work against spam, or no longer',
        tags,
        request: { params: idPath, body: jsonBody(Protection) },
        responses: { 200: json(Protection, 'From now on, for every published version') },
      }),
      async (c) => {
        const { asksProof } = c.req.valid('json')
        await protectForm(deps, { actor: c.get('actor'), ...c.req.valid('param'), asksProof })
        return c.json({ asksProof }, 200)
      },
    )
    .openapi(
      createRoute({
        ...editors(),
        method: 'post',
        path: '/v1/forms/{id}/publish',
        operationId: 'publishForm',
        summary: 'Freeze the draft as the next version',
        tags,
        request: { params: idPath, body: jsonBody(z.object({ revision: z.int() })) },
        responses: { 201: json(z.object({ version: z.int(), publishedAt: instant }), 'Published') },
      }),
      async (c) => {
        const { version, publishedAt } = await publishForm(deps, {
          actor: c.get('actor'),
          ...c.req.valid('param'),
          ...c.req.valid('json'),
        })
        return c.json({ version, publishedAt: publishedAt.toISOString() }, 201)
      },
    )
    .openapi(
      createRoute({
        ...editors(),
        method: 'delete',
        path: '/v1/forms/{id}/publish',
        operationId: 'takeFormOffline',
        summary: 'Let nobody open it until it is published again; its leads and versions stay',
        tags,
        request: { params: idPath },
        responses: { 204: { description: 'Offline' } },
      }),
      async (c) => {
        await takeFormOffline(deps, { actor: c.get('actor'), ...c.req.valid('param') })
        return c.body(null, 204)
      },
    )
}
