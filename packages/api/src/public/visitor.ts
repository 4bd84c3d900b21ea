import { createHash, randomBytes } from 'node:crypto'
import type { Storage } from '@bantam/storage'

/** A fresh secret of `bits` in base64url. */
export const freshSecret = (bits: 128 | 256): string => randomBytes(bits / 8).toString('base64url')

/** What is kept of a visitor token. */
export const hashOf = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')

/** A token that nobody has come back with for so long is as good as none. */
const forgottenAfter = 400 * 86_400_000

/** Whether this workspace issued a token, and has met it lately. */
export const isKnown = (
  storage: Pick<Storage, 'conversations'>,
  { workspaceId, token, now }: { workspaceId: string; token: string; now: Date },
): Promise<boolean> =>
  storage.conversations.knowsVisitor(
    workspaceId,
    hashOf(token),
    new Date(now.getTime() - forgottenAfter),
  )
