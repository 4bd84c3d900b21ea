import { z } from '@hono/zod-openapi'
import { Role } from '@bantam/schema'
import type { ApiKeyRecord } from '@bantam/storage'
import { record } from '../audit/record.ts'
import type { Actor, Deps } from '../deps.ts'
import { instant, text } from '../openapi/shape.ts'
import { notFound } from '../problems.ts'
import { hashOf, newKey, prefixOf } from './api-key.ts'

export const KeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string(),
    role: Role,
    createdAt: instant,
    revokedAt: instant.nullable(),
  })
  .openapi('ApiKey')
export const NewKey = z.object({ name: text(200).min(1), role: Role })
export const CreatedKey = KeyView.extend({
  /** Shown this once. */
  key: z.string(),
})

export const keyView = (key: ApiKeyRecord): z.infer<typeof KeyView> => ({
  id: key.id,
  name: key.name,
  prefix: key.prefix,
  role: key.role,
  createdAt: key.createdAt.toISOString(),
  revokedAt: key.revokedAt?.toISOString() ?? null,
})

/** The key itself leaves here and is kept nowhere. */
export const createKey = async (
  deps: Deps,
  { actor, name, role }: { actor: Actor } & z.infer<typeof NewKey>,
): Promise<z.infer<typeof CreatedKey>> => {
  const key = newKey()
  const stored: ApiKeyRecord = {
    id: deps.newId(),
    workspaceId: actor.workspaceId,
    name,
    prefix: prefixOf(key),
    hash: hashOf(key),
    role,
    createdAt: deps.clock(),
    revokedAt: undefined,
  }
  await deps.storage.keys.create(stored)
  await record(deps, { actor, action: 'key.created', subject: stored.id })
  return { ...keyView(stored), key }
}

/** Throws 404. */
export const revokeKey = async (
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<void> => {
  if (!(await deps.storage.keys.revoke(actor.workspaceId, id, deps.clock()))) throw notFound('key')
  await record(deps, { actor, action: 'key.revoked', subject: id })
}
