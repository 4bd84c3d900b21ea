import { z } from '@hono/zod-openapi'
import { Role } from '@bantam/schema'
import type { Context } from 'hono'
import { addressOf } from '../address.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import type { Credentials } from './auth.ts'
import { identify, memberOf } from './identify.ts'
import type { Throttle } from './throttle.ts'

/** Who is signed in, and where. `user` of an API key is the key itself, without an address. */
export const SessionView = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    workspace: z.object({ id: z.string(), name: z.string(), isDemo: z.boolean() }),
    role: Role,
  })
  .openapi('Session')
export type SessionView = z.infer<typeof SessionView>

/** The session of a request. Throws 401. */
export const currentSession = async (deps: Deps, c: Context<ApiEnv>): Promise<SessionView> => {
  const identity = await identify(deps, c)
  if (identity === undefined) throw new Problem('unauthenticated', 'Nobody is signed in here.')
  const { workspaceId, userId, role } = identity.actor
  return viewOf(deps, { workspaceId, userId, role })
}

/** Signs in and sets the cookie. Throws 401 wrong-credentials, the same for unknown and wrong, and 429. */
export const signIn = async (
  deps: Deps,
  {
    c,
    credentials,
    throttle,
  }: { c: Context<ApiEnv>; credentials: Credentials; throttle: Throttle },
): Promise<SessionView> => {
  const attempt = { account: credentials.email.toLowerCase(), address: addressOf(c, deps) }
  // Counted before the check: of a burst in parallel every attempt counts.
  await throttle.count(attempt)
  const signedIn = await (await deps.auth()).signIn(credentials)
  if (signedIn === undefined) throw wrongPair()
  const member = memberOf(await deps.storage.members.ofUser(signedIn.userId), undefined)
  if (member === undefined) throw wrongPair()
  await throttle.forgive(attempt)
  for (const cookie of signedIn.cookies) c.header('Set-Cookie', cookie, { append: true })
  return viewOf(deps, member)
}

const wrongPair = () =>
  new Problem(
    'wrong-credentials',
    'This email and password do not belong together. Check both and try again.',
  )

const viewOf = async (
  { storage }: Deps,
  { workspaceId, userId, role }: { workspaceId: string; userId: string | undefined; role: Role },
): Promise<SessionView> => {
  const [workspace, member] = await Promise.all([
    storage.workspaces.find(workspaceId),
    userId === undefined ? undefined : storage.members.find(workspaceId, userId),
  ])
  if (workspace === undefined) throw new Problem('unauthenticated', 'This workspace is gone.')
  const { id, name, isDemo } = workspace
  const user = member
    ? { id: member.userId, name: member.name, email: member.email }
    : { id: '', name: 'API key', email: '' }
  return { user, workspace: { id, name, isDemo }, role }
}
