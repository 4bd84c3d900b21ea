import type { Diagnosis } from '@bantam/engine'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { BantLetter, Lane } from '@bantam/schema'
import { everyone, guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { idPath, json } from '../openapi/shape.ts'
import { diagnoseForm } from './check-form.ts'
import { findForm } from './forms.ts'

const Covered = z.enum(['always', 'sometimes', 'never'])
const Coverage = z.record(BantLetter, Covered)
const Span = z.object({ lowest: z.number(), highest: z.number() })
const Finding = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'hint']),
    path: z.string(),
    message: z.string(),
    fix: z
      .object({ label: z.string(), edits: z.array(z.looseObject({ type: z.string() })) })
      .optional(),
  })
  .openapi('Finding')
const DiagnosisView = z
  .object({
    findings: z.array(Finding),
    shortest: z.int(),
    longest: z.int(),
    coverage: Coverage,
    lanes: z.array(Lane),
    paths: z.array(
      z.object({
        ending: z.string().nullable(),
        shortest: z.int(),
        longest: z.int(),
        coverage: Coverage,
        asksContact: Covered,
        fit: Span.optional(),
        intent: Span.optional(),
        lanes: z.array(Lane).optional(),
      }),
    ),
  })
  .openapi('Diagnosis')

/** What is wrong or odd about a draft, before anybody answers it. */
export const diagnosisRoutes = (deps: Deps) =>
  new OpenAPIHono<ApiEnv>().openapi(
    createRoute({
      ...guards(deps).requires(...everyone),
      method: 'get',
      path: '/v1/forms/{id}/diagnosis',
      operationId: 'diagnoseForm',
      summary: 'What is wrong or odd about the draft, with the live scoring model',
      tags: ['Forms'],
      request: { params: idPath },
      responses: { 200: json(DiagnosisView, 'Findings, errors first, and figures of its paths') },
    }),
    async (c) => {
      const { draft, workspaceId } = await findForm(deps, {
        actor: c.get('actor'),
        ...c.req.valid('param'),
      })
      const model = await deps.storage.models.live(workspaceId)
      return c.json(view(diagnoseForm(draft, model?.document)), 200)
    },
  )

/** The same with lists that may be changed, as the declared shape has them. */
const view = ({
  findings,
  lanes,
  paths,
  ...figures
}: Diagnosis): z.infer<typeof DiagnosisView> => ({
  ...figures,
  findings: findings.map(({ fix, ...finding }) => ({
    ...finding,
    ...(fix && { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit })) } }),
  })),
  lanes: [...lanes],
  paths: paths.map(({ lanes: own, ...path }) => ({ ...path, ...(own && { lanes: [...own] }) })),
})
