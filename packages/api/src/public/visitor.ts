import { createHash, randomBytes } from 'node:crypto'
import type { Storage } from '@bantam/storage'

/** A fresh secret of `bits` in base64url. */
export const freshSecret = (bits: 128 | 256): string => randomBytes(bits / 8).toString('base64url')

/** What is kept of a visitor token. */
export const hashOf = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')

/** The visitor's own token when this workspace issued it, else a fresh one: nobody can tell which happened to another. */
export const knownOrFresh = async (
  storage: Pick<Storage, 'conversations'>,
  { workspaceId, token }: { workspaceId: string; token: string | undefined },
): Promise<string> =>
  token !== undefined && (await storage.conversations.knowsVisitor(workspaceId, hashOf(token)))
    ? token
    : freshSecret(256)
