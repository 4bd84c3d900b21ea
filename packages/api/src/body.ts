import { isUtf8 } from 'node:buffer'
import type { Context } from 'hono'
import type { ApiEnv } from './deps.ts'
import { Problem } from './problems.ts'

/** Bytes that a visitor may send. */
export const publicLimit = 64 * 1024
/** Bytes of a management document. */
export const documentLimit = 4 * 1024 * 1024
/** Deepest nesting of arrays and objects. */
export const deepestBody = 32

/**
 * The body as JSON that is safe to keep in either database and to walk recursively.
 * `allowText` also takes `text/plain`, which is what `sendBeacon` can send without asking.
 * Throws a Problem: 400 not-json, too-deep or forbidden-key, 413, 415, 422 forbidden-text.
 */
export const readJson = async (
  c: Context<ApiEnv>,
  options: { limit: number; allowText?: boolean },
): Promise<unknown> => (await readJsonText(c, options)).value

/** The same with the text as it came. */
export const readJsonText = async (
  c: Context<ApiEnv>,
  { limit, allowText = false }: { limit: number; allowText?: boolean },
): Promise<{ text: string; value: unknown }> => {
  checkMediaType(c.req.header('content-type'), allowText)
  checkEncoding(c.req.header('content-encoding'))
  const text = decode(await readBytes(c, limit))
  const value = parse(text)
  if (mayHide(text)) checkTree(value)
  return { text, value }
}

/**
 * Whether the text could hold what the walk looks for: an escape (NUL and halves of pairs cannot come without one in
 * valid UTF-8 JSON), the name of a forbidden key, or more brackets than the depth allows. Most bodies have none.
 */
const mayHide = (text: string): boolean => {
  if (suspicious.test(text)) return true
  let brackets = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === openBrace || unit === openBracket) brackets += 1
  }
  return brackets > deepestBody
}
const suspicious = /\\u|__proto__|constructor|prototype/
const openBrace = 0x7b
const openBracket = 0x5b

const checkMediaType = (header: string | undefined, allowText: boolean) => {
  const type = header?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json' || (allowText && type === 'text/plain')) return
  throw new Problem(
    'unsupported-media-type',
    `The body was sent as ${type === undefined || type === '' ? 'nothing named' : `"${type.slice(0, 100)}"`}. Send JSON with the header Content-Type: application/json.`,
  )
}

/** A compressed body could be gigabytes once it is read. */
const checkEncoding = (header: string | undefined) => {
  if (header === undefined || header.toLowerCase() === 'identity') return
  throw new Problem(
    'unsupported-media-type',
    `The body was sent with Content-Encoding: ${header.slice(0, 100)}. Send it uncompressed.`,
  )
}

const tooLarge = (limit: number) =>
  new Problem('too-large', `The body is larger than ${limit / 1024} KiB. Send less.`)

/** A body of announced length is read whole, which the HTTP parser holds it to; any other is counted as it comes. */
export const readBytes = async (c: Context<ApiEnv>, limit: number): Promise<Uint8Array> => {
  const announced = c.req.header('content-length')
  if (announced !== undefined && c.req.header('transfer-encoding') === undefined) {
    if (Number(announced) > limit) throw tooLarge(limit)
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    if (bytes.length > limit) throw tooLarge(limit)
    return bytes
  }
  return countedBytes(c.req.raw.body, limit)
}

const countedBytes = async (body: ReadableStream<Uint8Array> | null, limit: number) => {
  const chunks: Uint8Array[] = []
  let size = 0
  if (body === null) return new Uint8Array()
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > limit) {
      // The sender may go on for gigabytes: stop listening, and do not wait for its consent.
      reader.cancel().catch(() => undefined)
      throw tooLarge(limit)
    }
    chunks.push(value)
  }
}

const decode = (bytes: Uint8Array): string => {
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
  throw new Problem('not-json', 'The body is not UTF-8 text. Encode the JSON as UTF-8.')
}

const parse = (text: string): unknown => {
  if (text === '') throw new Problem('not-json', 'The body is empty. Send a JSON document.')
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('not-json', 'The body is not valid JSON. Check it with a JSON parser.')
  }
}

interface Node {
  readonly value: unknown
  readonly key: string
  readonly parent: Node | undefined
  readonly depth: number
}
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Throws a Problem for what must not be kept: 400 too-deep or forbidden-key, 422 forbidden-text. Walks with a list of
 * its own, since the depth is what it is here to judge.
 */
export const checkTree = (root: unknown, { deepest = deepestBody } = {}): void => {
  const pending: Node[] = [{ value: root, key: '', parent: undefined, depth: 0 }]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { value } = node
    if (typeof value === 'string') checkText(value, node)
    if (typeof value !== 'object' || value === null) continue
    const depth = node.depth + 1
    if (depth > deepest)
      throw new Problem('too-deep', `The body is nested deeper than ${deepest} levels. Flatten it.`)
    const isList = Array.isArray(value)
    for (const [key, child] of Object.entries(value)) {
      const place = { value: child, key, parent: node, depth }
      if (!isList) checkKey(key, place)
      if (typeof child === 'string') checkText(child, place)
      else if (typeof child === 'object' && child !== null) pending.push(place)
    }
  }
}

const checkKey = (key: string, node: Node) => {
  if (forbiddenKeys.has(key))
    throw new Problem('forbidden-key', `The key "${key}" may not be used. Rename it.`, {
      errors: [
        { path: pathOf(node), code: 'forbidden-key', message: `"${key}" is not allowed as a key` },
      ],
    })
  checkText(key, node)
}

/** PostgreSQL cannot store these; SQLite can, and would behave differently. */
const checkText = (text: string, node: Node) => {
  if (!text.includes('\0') && !/\p{Surrogate}/u.test(text)) return
  const path = pathOf(node)
    .replaceAll('\0', '')
    .replaceAll(/\p{Surrogate}/gu, '')
  throw new Problem(
    'forbidden-text',
    `${path === '' ? 'The text' : `"${path}"`} holds a NUL character or half of a character pair. Remove it.`,
    { errors: [{ path, code: 'forbidden-text', message: 'holds a NUL or a lone surrogate' }] },
  )
}

const pathOf = (node: Node): string => {
  const keys: string[] = []
  for (let at: Node | undefined = node; at?.parent !== undefined; at = at.parent)
    keys.unshift(at.key)
  return keys.join('.')
}
