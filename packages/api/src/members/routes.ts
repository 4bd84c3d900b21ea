import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Role } from '@bantam/schema'
import { everyone, guards } from '../auth/requires.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { idPath, json, jsonBody } from '../openapi/shape.ts'
import {
  Invitation,
  Invited,
  inviteMember,
  MemberView,
  memberView,
  removeMember,
  setRole,
} from './members.ts'

const tags = ['Members']

/** The people of the workspace and what they may do. */
export const memberRoutes = (deps: Deps) => {
  const { requires } = guards(deps)

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/members',
        operationId: 'listMembers',
        summary: 'List the people of the workspace',
        tags,
        responses: { 200: json(z.object({ items: z.array(MemberView) }), 'The members') },
      }),
      async (c) => {
        const members = await deps.storage.members.list(c.get('actor').workspaceId)
        return c.json({ items: members.map(memberView) }, 200)
      },
    )
    .openapi(
      createRoute({
        ...requires('owner'),
        method: 'post',
        path: '/v1/members',
        operationId: 'inviteMember',
        summary: 'Add a person; a first password is shown this once',
        tags,
        request: { body: jsonBody(Invitation) },
        responses: { 201: json(Invited, 'Added') },
      }),
      async (c) =>
        c.json(await inviteMember(deps, { actor: c.get('actor'), ...c.req.valid('json') }), 201),
    )
    .openapi(
      createRoute({
        ...requires('owner'),
        method: 'patch',
        path: '/v1/members/{id}',
        operationId: 'setMemberRole',
        summary: 'Change what a member may do',
        tags,
        request: { params: idPath, body: jsonBody(z.object({ role: Role })) },
        responses: { 200: json(MemberView, 'Changed') },
      }),
      async (c) => {
        const member = await setRole(deps, {
          actor: c.get('actor'),
          ...c.req.valid('param'),
          ...c.req.valid('json'),
        })
        return c.json(memberView(member), 200)
      },
    )
    .openapi(
      createRoute({
        ...requires('owner'),
        method: 'delete',
        path: '/v1/members/{id}',
        operationId: 'removeMember',
        summary: 'Remove a person and end their sessions',
        tags,
        request: { params: idPath },
        responses: { 204: { description: 'Removed' } },
      }),
      async (c) => {
        await removeMember(deps, { actor: c.get('actor'), ...c.req.valid('param') })
        return c.body(null, 204)
      },
    )
}
