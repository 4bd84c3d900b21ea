import type { z } from '@hono/zod-openapi'
import type { Deps } from '../deps.ts'
import type { SignalsBody } from './shapes.ts'
import { hashOf, isKnown } from './visitor.ts'

/**
 * Keeps what a consenting visitor's browser observed, once per signal id. A token that this workspace did not
 * issue is heard and forgotten: the answer is the same. A time in the future counts as now.
 */
export const recordSignals = async (
  { storage, directory, clock }: Pick<Deps, 'storage' | 'directory' | 'clock'>,
  { visitor, formId, signals }: z.infer<typeof SignalsBody>,
): Promise<void> => {
  const form = formId === undefined ? undefined : await directory.form(formId)
  if (!form) return
  const { workspaceId } = form.record
  const now = clock()
  if (!(await isKnown(storage, { workspaceId, token: visitor, now }))) return
  const visitorHash = hashOf(visitor)
  await storage.conversations.addSignals(
    signals.map(({ id, name, at, url }) => ({
      id,
      workspaceId,
      visitorHash,
      name,
      at: at === undefined ? now : new Date(Math.min(Date.parse(at), now.getTime())),
      url,
    })),
  )
}
