import type { z } from '@hono/zod-openapi'
import type { PageSignal } from '@bantam/schema'
import type { Deps } from '../deps.ts'
import { isPage } from './page-pattern.ts'
import type { SignalsBody } from './shapes.ts'
import { freshSecret, hashOf, isKnown } from './visitor.ts'

type Body = z.infer<typeof SignalsBody>

/** What a browser calls a page that it showed; the model says which pages count, and as what. */
const pageView = 'page-view'

/**
 * Keeps what a consenting visitor's browser observed, once per signal id, and answers the token of a visitor who came
 * without one. A token that this workspace did not issue is heard and forgotten: the answer is the same. A time in the
 * future counts as now. Of the pages only those that the model names are kept, each under its name for them.
 */
export const recordSignals = async (
  { storage, directory, clock }: Pick<Deps, 'storage' | 'directory' | 'clock'>,
  { visitor, formId, signals }: Body,
): Promise<{ visitor?: string }> => {
  const form = formId === undefined ? undefined : await directory.form(formId)
  if (!form) return {}
  const { workspaceId } = form.record
  const { pages } = await directory.definitions(workspaceId)
  const counted = signals.flatMap((signal) => countedAs(signal, pages))
  const now = clock()
  if (counted.length === 0) return {}
  if (visitor !== undefined && !(await isKnown(storage, { workspaceId, token: visitor, now })))
    return {}
  const token = visitor ?? freshSecret(256)
  const visitorHash = hashOf(token)
  await storage.conversations.addSignals(
    counted.map(({ id, name, at, url }) => ({
      id,
      workspaceId,
      visitorHash,
      name,
      at: at === undefined ? now : new Date(Math.min(Date.parse(at), now.getTime())),
      url,
    })),
  )
  return visitor === undefined ? { visitor: token } : {}
}

/** A page that two patterns name is two signals, each with an id of its own. */
const countedAs = (
  signal: Body['signals'][number],
  pages: readonly PageSignal[],
): Body['signals'] => {
  const { id, name, url = '' } = signal
  if (name !== pageView) return [signal]
  return pages
    .filter((page) => isPage(page.url, url))
    .map((page) => ({ ...signal, id: `${id} ${page.signal}`, name: page.signal }))
}
