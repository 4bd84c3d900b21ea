import type { MemberRecord } from '@bantam/storage'
import { getCookie } from 'hono/cookie'
import type { Context } from 'hono'
import type { Actor, ApiEnv, Deps } from '../deps.ts'
import { hashOf } from '../keys/api-key.ts'
import { sessionCookie } from './auth.ts'

type Means = Pick<Deps, 'storage' | 'auth' | 'baseUrl'>
export type Identity = { readonly via: 'key' | 'session'; readonly actor: Actor }

/** Who sent the request, or undefined. A Bearer header wins over a cookie, and then the cookie does not count at all. */
export const identify = async (
  { storage, auth, baseUrl }: Means,
  c: Context<ApiEnv>,
): Promise<Identity | undefined> => {
  const bearer = c.req.header('authorization')
  if (bearer !== undefined) return ofKey(storage, bearer)
  // Without the cookie nothing is asked of the auth library, which is slow to load.
  if (getCookie(c, sessionCookie(baseUrl).name) === undefined) return undefined
  const session = await (await auth()).session(c.req.raw.headers)
  if (session === undefined) return undefined
  const member = memberOf(await storage.members.ofUser(session.userId), session.workspaceId)
  if (member === undefined) return undefined
  const { workspaceId, role, userId } = member
  return { via: 'session', actor: { workspaceId, role, userId } }
}

/** The membership a session acts in: the one it names, else the first that is active. */
export const memberOf = (
  memberships: readonly MemberRecord[],
  workspaceId: string | undefined,
): MemberRecord | undefined => {
  const active = memberships.filter((member) => member.isActive)
  return active.find((member) => member.workspaceId === workspaceId) ?? active[0]
}

const ofKey = async (storage: Deps['storage'], bearer: string): Promise<Identity | undefined> => {
  const key = /^Bearer (bntm_[0-9A-Za-z]{40})$/i.exec(bearer)?.[1]
  if (key === undefined) return undefined
  const found = await storage.keys.findByHash(hashOf(key))
  if (found === undefined || found.revokedAt !== undefined) return undefined
  const { workspaceId, role } = found
  return { via: 'key', actor: { workspaceId, role, userId: undefined } }
}
