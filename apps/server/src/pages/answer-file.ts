import type { Context } from 'hono'
import type { BuiltFile } from './files.ts'

const hashedName = /-[\w-]{8,}\.\w+(\.map)?$/

/** The file as the browser can take it: encoded when that helps, 304 when it has it already. */
export const answerFile = async (
  c: Context,
  { file, path }: { file: BuiltFile; path: string },
): Promise<Response> => {
  c.header('ETag', file.etag)
  c.header('Content-Type', file.type)
  c.header('Vary', 'Accept-Encoding')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header(
    'Cache-Control',
    hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  )
  if (c.req.header('If-None-Match') === file.etag) return c.body(null, 304)
  const encoding = encodingFor(c.req.header('Accept-Encoding') ?? '', file)
  if (encoding === undefined) return c.body(new Uint8Array(file.body))
  c.header('Content-Encoding', encoding)
  return c.body(new Uint8Array(await file.encoded(encoding)))
}

const encodingFor = (accepted: string, { type, body }: BuiltFile): 'br' | 'gzip' | undefined => {
  if (body.length < 512 || /^(image\/png|font)/.test(type)) return undefined
  const words = accepted.split(',').map((word) => word.trim().split(';')[0])
  return words.includes('br') ? 'br' : words.includes('gzip') ? 'gzip' : undefined
}
