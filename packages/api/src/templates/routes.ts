import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { everyone, guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { formDocument, idPath, json, modelDocument } from '../openapi/shape.ts'
import { findTemplate } from './create-from-template.ts'
import type { Template } from './template.ts'
import { templates } from './templates.ts'

const TemplateSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    /** Where the form stands, or the questioning method it follows. */
    group: z.enum(['touchpoint', 'framework']),
    /** What the method covers, such as Budget and Authority. */
    letters: z.array(z.string()),
    questionCount: z.int(),
  })
  .openapi('TemplateSummary')
const TemplateView = TemplateSummary.extend({
  form: formDocument,
  model: modelDocument,
}).openapi('Template')
const tags = ['Templates']

/** Forms to begin with. One is taken by creating a form with its id as `template`. */
export const templateRoutes = (deps: Deps) => {
  const { requires } = guards(deps)

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/templates',
        operationId: 'listTemplates',
        summary: 'Forms to begin with',
        tags,
        responses: { 200: json(z.object({ items: z.array(TemplateSummary) }), 'The templates') },
      }),
      (c) => c.json({ items: templates.map(summaryOf) }, 200),
    )
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/templates/{id}',
        operationId: 'getTemplate',
        summary: 'One template with its form and scoring model',
        tags,
        request: { params: idPath },
        responses: { 200: json(TemplateView, 'The template') },
      }),
      (c) => {
        const template = findTemplate(c.req.valid('param').id)
        const { form, model } = template
        return c.json({ ...summaryOf(template), form, model }, 200)
      },
    )
}

const summaryOf = ({ id, name, description, group, letters, form }: Template) => ({
  id,
  name,
  description,
  group,
  letters: letters.map((letter) => letter.name),
  questionCount: form.questions.length,
})
