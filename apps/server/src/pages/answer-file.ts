import { answerEncoded, type Encoded } from '@bantam/api'
import type { Context } from 'hono'

/** The apps' files hold eight characters of their hash, the widget's six. */
const hashedName = /-[\w-]{6,}\.\w+(\.map)?$/

/** A built file under the path that was asked for; a name that holds its hash is kept for good. */
export const answerFile = (
  c: Context,
  { file, path }: { file: Encoded; path: string },
): Promise<Response> => {
  c.header('X-Content-Type-Options', 'nosniff')
  c.header(
    'Cache-Control',
    hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  )
  return answerEncoded(c, file)
}
