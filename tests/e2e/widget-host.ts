import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { compileForm, inLanguage, recall } from '@bantam/engine'
import type { Form } from '@bantam/schema'
import { inFrame } from '../../apps/server/src/pages/full-page.ts'
import { publishedBody } from '../../packages/api/src/public/published-body.ts'
import { firstWordsOf } from '../../widget/src/languages/first-words.ts'

/** What the widget sent, as it came over the wire. */
export interface Heard {
  readonly method: string
  readonly path: string
  readonly key: string | undefined
  readonly body: unknown
}

/** How the server answers a submission; the receipt of the first ending unless told otherwise. */
export type Reply = { status: number; headers?: Record<string, string>; body: unknown }

export interface WidgetHost {
  /** With a slash at the end. */
  readonly url: string
  readonly heard: Heard[]
  /** The next answers to submissions and uploads, in order, before the usual ones. */
  readonly replies: Reply[]
  stop(): Promise<void>
}

/** Serves a built widget and just enough of the public API to answer it, for one form under any id. */
export const startWidgetHost = async (folder: string, form: Form): Promise<WidgetHost> => {
  const heard: Heard[] = []
  const replies: Reply[] = []
  const receipts = new Map<string, Reply>()
  const compiled = { workspaceId: 'w', compiled: compileForm(form) }
  const published: unknown = JSON.parse(
    Buffer.from(
      publishedBody({ ...compiled, formId: 'demo', version: 3, definition: form }, firstWordsOf)
        .body,
    ).toString(),
  )

  const receiptFor = (key: string, body: unknown): Reply => {
    const known = receipts.get(key)
    if (known) return { ...known, status: 200 }
    const receipt = {
      status: 201,
      body: { submissionId: `s-${receipts.size + 1}`, ending: wordedFor(form, body) },
    }
    receipts.set(key, receipt)
    return receipt
  }

  const answer = async (request: IncomingMessage, path: string): Promise<Reply> => {
    const { method = '' } = request
    if (path.endsWith('/challenge')) return { status: 200, body: easyChallenge }
    if (method === 'GET') return { status: 200, body: published }
    const sent = await textOf(request)
    if (path.endsWith('/uploads')) {
      heard.push({ method, path: request.url ?? '', key: undefined, body: sent })
      return replies.shift() ?? { status: 201, body: { uploadId: uploadIdOf(heard) } }
    }
    const body: unknown = JSON.parse(sent)
    const key = request.headers['idempotency-key']?.toString()
    heard.push({ method, path, key, body })
    if (path.endsWith('/conversations')) return { status: 201, body: { conversationId: 'c-1' } }
    if (method === 'PUT') return { status: 200, body: { skip: [] } }
    return replies.shift() ?? receiptFor(key ?? '', body)
  }

  return serve(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host')
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT')
    response.setHeader(
      'access-control-allow-headers',
      'content-type, idempotency-key, bantam-proof',
    )
    response.setHeader('access-control-expose-headers', 'retry-after, etag')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    if (pathname.startsWith('/v1/')) {
      const { status, headers, body } = await answer(request, pathname)
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      return void response.end(JSON.stringify(body))
    }
    if (pathname.startsWith('/f/')) {
      response.setHeader('content-security-policy', fullPagePolicy)
      const page = fullPage(folder, form)
      return sendHtml(response, searchParams.has('embed') ? inFrame(page) : page)
    }
    const file = readFileSync(join(folder, pathname))
    response.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'text/plain' }).end(file)
  }).then(({ url, stop }) => ({ url, heard, replies, stop }))
}

/** Work of a few hashes, as the server words it. */
const easyChallenge = (() => {
  const [salt, nonce, counter] = ['5a'.repeat(16), 'c3'.repeat(16), '00000032']
  const hash = createHash('sha256').update(Buffer.from(salt + nonce + counter, 'hex'))
  const keyPrefix = hash.digest('hex').slice(0, 32)
  return { parameters: { algorithm: 'SHA-256', cost: 1, salt, nonce, keyPrefix }, signature: '00' }
})()

const uploadIdOf = (heard: readonly Heard[]) => `${heard.length}`.padStart(22, 'u')

/** The first ending with the answers it recalls, which is the server's to put in. */
const wordedFor = (form: Form, body: unknown) => {
  const { answers, language = '' } = body as {
    answers: readonly { questionId: string; value: unknown }[]
    language?: string
  }
  const [ending] = inLanguage(form, language).endings
  const said = (name: string) =>
    answers.find(({ questionId }) => questionId === name)?.value?.toString()
  return ending && { ...ending, title: recall(ending.title, said) }
}

/** A website of another origin: its pages by path, each with headers of its own. */
export const startWebsite = (pages: {
  [path: string]: { html: string; headers?: Record<string, string> }
}): Promise<{ url: string; stop(): Promise<void> }> =>
  serve(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    const page = pages[pathname]
    if (!page) return void response.writeHead(404).end()
    for (const [name, value] of Object.entries(page.headers ?? {})) response.setHeader(name, value)
    sendHtml(response, page.html)
  })

export const fullPagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: https:; base-uri 'none'; form-action 'none'"

export const fullPage = (folder: string, { title, language }: Form) =>
  readFileSync(join(folder, 'page.html'), 'utf8')
    .replaceAll('{{title}}', title)
    .replaceAll('{{language}}', language)
    .replaceAll('{{formId}}', 'demo')

export const types: { readonly [ending: string]: string } = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
}

const sendHtml = (response: ServerResponse, html: string) =>
  void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)

const textOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

const serve = async (
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
) => {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.writeHead(404).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, stop: () => stopped(server) }
}

const stopped = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
