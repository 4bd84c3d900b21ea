import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { everyone, guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { anyDocument, formDocument, idPath, json, jsonBody } from '../openapi/shape.ts'
import { FormView, formView } from './form-view.ts'
import { createForm, findForm } from './forms.ts'
import { readDefinition } from './read-definition.ts'

const Entry = z.object({
  what: z.string(),
  name: z.string(),
  path: z.string().openapi({ description: 'JSON pointer in the definition' }),
  why: z.string().optional(),
})
const Report = z
  .object({
    kept: z.array(Entry),
    changed: z.array(Entry),
    dropped: z.array(Entry),
    unknown: z.array(z.string()).openapi({ description: 'Paths of what nothing here knows' }),
  })
  .openapi('ImportReport')
const Import = z.object({
  /** The product it is of; found out when absent. */
  from: z.enum(['bantam', 'typeform', 'surveyjs']).optional(),
  document: anyDocument,
  save: z.boolean().optional(),
})
const Result = z.object({
  from: z.enum(['bantam', 'typeform', 'surveyjs']),
  form: formDocument,
  report: Report,
})
const tags = ['Forms']

/** Forms that come from elsewhere, and the way out. */
export const importRoutes = (deps: Deps) => {
  const { requires } = guards(deps)

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...requires('owner', 'marketer'),
        method: 'post',
        path: '/v1/forms/import',
        operationId: 'importForm',
        summary:
          'Turn a definition of this or another product into a form; save keeps it as a draft',
        tags,
        request: { body: jsonBody(Import) },
        responses: {
          200: json(Result, 'The form and what became of every element; nothing is stored'),
          201: json(Result.extend({ created: FormView }), 'The same, and the new form'),
        },
      }),
      async (c) => {
        const { document, save = false, ...asked } = c.req.valid('json')
        const { from, form, report } = readDefinition(document, asked.from)
        const result = {
          from,
          form,
          report: {
            kept: [...report.kept],
            changed: [...report.changed],
            dropped: [...report.dropped],
            unknown: [...report.unknown],
          },
        }
        if (!save) return c.json(result, 200)
        const created = await createForm(deps, { actor: c.get('actor'), definition: form })
        return c.json({ ...result, created: await formView(deps, created) }, 201)
      },
    )
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/forms/{id}/export',
        operationId: 'exportForm',
        summary: 'The draft as a file, which importing makes the same form of again',
        tags,
        request: { params: idPath },
        responses: { 200: json(formDocument, 'The draft, as a download') },
      }),
      async (c) => {
        const { slug, draft } = await findForm(deps, {
          actor: c.get('actor'),
          ...c.req.valid('param'),
        })
        c.header('Content-Disposition', `attachment; filename="${fileNameOf(slug)}"`)
        return c.json(draft, 200)
      },
    )
}

/** Addresses hold small letters, digits and hyphens; a file name gets nothing else. */
const fileNameOf = (slug: string) => `${slug.replaceAll(/[^a-z0-9-]/g, '')}.bantam.json`
