import type { Context } from 'hono'
import type { ApiEnv } from './deps.ts'
import { Problem } from './problems.ts'

/** The revision that a save builds on, from `If-Match: "3"`. Without it a save could silently undo another's. */
export const revisionOf = (c: Context<ApiEnv>): number => {
  const found = /^(?:W\/)?"?(\d{1,9})"?$/.exec(c.req.header('if-match')?.trim() ?? '')?.[1]
  if (found !== undefined) return Number(found)
  const message = 'must name the revision this change builds on, such as If-Match: "3"'
  throw new Problem('wrong-shape', `The If-Match header ${message}.`, {
    errors: [{ path: 'If-Match', code: 'missing', message }],
  })
}
