import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { ApiEnv, Deps } from '../deps.ts'
import { json, jsonBody } from '../openapi/shape.ts'
import { guards } from './requires.ts'
import { currentSession, SessionView, signIn } from './session.ts'
import { createSetup, SetupRequest, SetupView } from './set-up.ts'
import { createThrottle } from './throttle.ts'

/** Sign-in, sign-out and the first run. */
export const authRoutes = (deps: Deps) => {
  const { open } = guards(deps)
  const throttle = createThrottle()
  const setup = createSetup(deps)

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...open(),
        method: 'get',
        path: '/v1/session',
        operationId: 'getSession',
        summary: 'Who is signed in',
        tags: ['Session'],
        responses: { 200: json(SessionView, 'The session') },
      }),
      async (c) => {
        c.header('Cache-Control', 'no-store')
        return c.json(await currentSession(deps, c), 200)
      },
    )
    .openapi(
      createRoute({
        ...open(),
        method: 'post',
        path: '/v1/session',
        operationId: 'signIn',
        summary: 'Sign in; sets the session cookie',
        tags: ['Session'],
        request: {
          body: jsonBody(z.object({ email: z.string().max(320), password: z.string().max(200) })),
        },
        responses: { 200: json(SessionView, 'Signed in') },
      }),
      async (c) =>
        c.json(await signIn(deps, { c, credentials: c.req.valid('json'), throttle }), 200),
    )
    .openapi(
      createRoute({
        ...open(),
        method: 'delete',
        path: '/v1/session',
        operationId: 'signOut',
        summary: 'Sign out; ends the session',
        tags: ['Session'],
        responses: { 204: { description: 'Signed out' } },
      }),
      async (c) => {
        const cleared = await (await deps.auth()).signOut(c.req.raw.headers)
        for (const cookie of cleared.getSetCookie())
          c.header('Set-Cookie', cookie, { append: true })
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        ...open(),
        method: 'get',
        path: '/v1/setup',
        operationId: 'getSetup',
        summary: 'Whether the first account can still be made, and the demo',
        tags: ['Set-up'],
        responses: { 200: json(SetupView, 'The state of the first run') },
      }),
      async (c) => c.json(await setup.state(), 200),
    )
    .openapi(
      createRoute({
        ...open(),
        method: 'post',
        path: '/v1/setup',
        operationId: 'setUp',
        summary: 'Create the first workspace and its owner, signed in',
        tags: ['Set-up'],
        request: { body: jsonBody(SetupRequest) },
        responses: { 201: json(SessionView, 'The workspace exists and its owner is signed in') },
      }),
      async (c) => {
        const request = c.req.valid('json')
        await setup.createOwner(request)
        return c.json(await signIn(deps, { c, credentials: request, throttle }), 201)
      },
    )
    .openapi(
      createRoute({
        ...open(),
        method: 'post',
        path: '/v1/setup/demo',
        operationId: 'openDemo',
        summary: 'Create the demo workspace when missing and sign in as its owner',
        tags: ['Set-up'],
        request: {
          body: { content: { 'application/json': { schema: SetupRequest.pick({ token: true }) } } },
        },
        responses: { 201: json(SessionView, 'Signed in as the owner of the demo') },
      }),
      async (c) => {
        const credentials = await setup.openDemo(c.req.valid('json').token)
        return c.json(await signIn(deps, { c, credentials, throttle }), 201)
      },
    )
}
