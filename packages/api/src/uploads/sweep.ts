import type { Deps } from '../deps.ts'
import { traceOf } from '../problems.ts'

/** Milliseconds in which a submission must claim an upload. */
const patience = 24 * 60 * 60_000
const atOnce = 500

/**
 * Removes uploads that no submission claimed within a day: first nobody can claim them any more, then their bytes go, then
 * their rows, so that being stopped in between loses none. Resolves to how many went.
 */
export const sweepUploads = async ({
  storage,
  files,
  clock,
  log,
}: Pick<Deps, 'storage' | 'files' | 'clock' | 'log'>): Promise<number> => {
  const now = clock()
  const before = new Date(now.getTime() - patience)
  let swept = 0
  for (;;) {
    const expired = await storage.uploads.expire({ before, now, limit: atOnce })
    let gone = 0
    for (const { workspaceId, id } of expired)
      try {
        await files.delete(id)
        await storage.uploads.forget(workspaceId, id)
        gone += 1
      } catch (error) {
        log.error(traceOf(error), 'an upload could not be removed')
      }
    swept += gone
    if (expired.length < atOnce || gone === 0) return swept
  }
}
