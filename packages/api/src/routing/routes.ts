import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Absence } from '@bantam/storage'
import { everyone, guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { anyDocument, idPath, instant, json, jsonBody } from '../openapi/shape.ts'
import { revisionOf } from '../revision.ts'
import { addAbsence, removeAbsence, routingState, RoutingView, saveRouting } from './routing.ts'

const tags = ['Routing']
const NewAbsence = z
  .object({ userId: z.string().max(100), from: instant, to: instant })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'must be after "from"' })
const AbsenceView = z
  .object({ id: z.string(), userId: z.string(), from: instant, to: instant })
  .openapi('Absence')
const absenceView = ({ id, userId, from, to }: Absence): z.infer<typeof AbsenceView> => ({
  id,
  userId,
  from: from.toISOString(),
  to: to.toISOString(),
})

/** Who gets which lead, in which hours, under which promise. */
export const routingRoutes = (deps: Deps) => {
  const { requires } = guards(deps)
  const editors = () => requires('owner', 'sales-manager')

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/routing',
        operationId: 'getRouting',
        summary: 'The live routing and the credits of its pools',
        tags,
        responses: { 200: json(RoutingView, 'The routing; ETag is its version') },
      }),
      async (c) => {
        const state = await routingState(deps, c.get('actor'))
        c.header('ETag', `"${state.version}"`)
        return c.json(state, 200)
      },
    )
    .openapi(
      createRoute({
        ...editors(),
        method: 'put',
        path: '/v1/routing',
        operationId: 'saveRouting',
        summary: 'Save the routing, live at once; If-Match names the version it builds on',
        tags,
        request: { body: jsonBody(z.object({ document: anyDocument })) },
        responses: { 200: json(RoutingView, 'Saved') },
      }),
      async (c) => {
        const actor = c.get('actor')
        const saved = await saveRouting(deps, {
          actor,
          ...c.req.valid('json'),
          after: revisionOf(c),
        })
        c.header('ETag', `"${saved.version}"`)
        return c.json(await routingState(deps, actor), 200)
      },
    )
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/routing/absences',
        operationId: 'listAbsences',
        summary: 'Who is or will be away',
        tags,
        responses: { 200: json(z.object({ items: z.array(AbsenceView) }), 'The absences') },
      }),
      async (c) => {
        const absences = await deps.storage.routing.absences(
          c.get('actor').workspaceId,
          deps.clock(),
        )
        return c.json({ items: absences.map(absenceView) }, 200)
      },
    )
    .openapi(
      createRoute({
        ...editors(),
        method: 'post',
        path: '/v1/routing/absences',
        operationId: 'addAbsence',
        summary: 'Keep new leads from a person for a while',
        tags,
        request: { body: jsonBody(NewAbsence) },
        responses: { 201: json(AbsenceView, 'Added') },
      }),
      async (c) => {
        const absence = await addAbsence(deps, { actor: c.get('actor'), ...c.req.valid('json') })
        return c.json(absenceView(absence), 201)
      },
    )
    .openapi(
      createRoute({
        ...editors(),
        method: 'delete',
        path: '/v1/routing/absences/{id}',
        operationId: 'removeAbsence',
        summary: 'End an absence',
        tags,
        request: { params: idPath },
        responses: { 204: { description: 'Removed' } },
      }),
      async (c) => {
        await removeAbsence(deps, { actor: c.get('actor'), ...c.req.valid('param') })
        return c.body(null, 204)
      },
    )
}
