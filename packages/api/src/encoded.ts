import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'

/** A body that is sent many times: each encoding is made on first demand and kept. */
export interface Encoded {
  readonly type: string
  readonly etag: string
  readonly body: Uint8Array<ArrayBuffer>
  encoded(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>
}
type Encoding = 'br' | 'gzip'

/** Pictures and fonts are compressed already, and below this size a frame is sent either way. */
const smallest = 512

export const encodedBody = (body: Uint8Array, type: string): Encoded => {
  const made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  return {
    type,
    body: new Uint8Array(body),
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    encoded(encoding) {
      const encoded = made.get(encoding) ?? encoders[encoding](body)
      made.set(encoding, encoded)
      return encoded
    },
  }
}

/** The body as the browser can take it: encoded when that helps, 304 when it has it already. */
export const answerEncoded = async (c: Context, body: Encoded): Promise<Response> => {
  c.header('ETag', body.etag)
  c.header('Vary', 'Accept-Encoding', { append: true })
  if (c.req.header('If-None-Match') === body.etag) return c.body(null, 304)
  c.header('Content-Type', body.type)
  const encoding = encodingFor(c.req.header('Accept-Encoding') ?? '', body)
  if (encoding === undefined) return c.body(body.body)
  c.header('Content-Encoding', encoding)
  return c.body(await body.encoded(encoding))
}

const encodingFor = (accepted: string, { type, body }: Encoded): Encoding | undefined => {
  if (body.length < smallest || /^(image\/png|font)/.test(type)) return undefined
  const words = accepted.split(',').map((word) => word.trim().split(';')[0])
  return words.includes('br') ? 'br' : words.includes('gzip') ? 'gzip' : undefined
}

const encoders = {
  br: async (body: Uint8Array) =>
    new Uint8Array(
      await promisify(brotliCompress)(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
      }),
    ),
  gzip: async (body: Uint8Array) => new Uint8Array(await promisify(gzip)(body, { level: 9 })),
}
