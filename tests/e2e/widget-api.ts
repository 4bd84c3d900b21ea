import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Form } from '@bantam/schema'
import { createProofs } from '../../packages/api/src/spam/proofs.ts'
import { publishForm } from '../../packages/api/src/testing/publish.ts'
import { openWorld } from '../../packages/api/src/testing/world.ts'
import { fullPage, fullPagePolicy, types } from './widget-host.ts'

/** What a server keeps of a form's submissions. */
export interface Stored {
  readonly key: string
  readonly answers: readonly { readonly questionId: string; readonly value: unknown }[]
}

/** The real API on a database of its own, beside a built widget. */
export const startApiHost = async (
  folder: string,
  { form, asksProof = false }: { form: Form; asksProof?: boolean },
) => {
  // As much work as in earnest.
  const world = await openWorld({ proofs: createProofs(randomBytes(32)) })
  const { id: workspaceId } = await world.workspace()
  const { forms, submissions, conversations } = world.storage
  const formId = await publishForm(world.storage, { workspaceId, draft: form, asksProof })
  /** Method, path and status of each call, in the order of their answers. */
  const calls: string[] = []

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/', headers } = request
    const { pathname } = new URL(url, 'http://host')
    if (pathname.startsWith('/v1/')) {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(Buffer.from(chunk))
      const answer = await world.api.request(`http://${headers.host}${url}`, {
        method,
        headers: Object.entries(headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]),
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      })
      if (method !== 'OPTIONS')
        calls.push(`${method} ${pathname.replace(/.*\//, '')} ${answer.status}`)
      response.writeHead(answer.status, Object.fromEntries(answer.headers))
      return void response.end(Buffer.from(await answer.arrayBuffer()))
    }
    if (pathname.startsWith('/f/')) {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': fullPagePolicy,
      })
      return void response.end(fullPage(folder, form).replaceAll('demo', formId))
    }
    try {
      const file = readFileSync(join(folder, pathname))
      response
        .writeHead(200, {
          'content-type': types[extname(pathname)] ?? 'text/plain',
          'access-control-allow-origin': '*',
        })
        .end(file)
    } catch {
      response.writeHead(404).end()
    }
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}/`,
    formId,
    calls,
    conversations,
    async stored(): Promise<readonly Stored[]> {
      const { items } = await submissions.page(workspaceId, {
        limit: 50,
        cursor: undefined,
        formId,
      })
      return items
    },
    async metric(name: string): Promise<number> {
      const text = await world.deps.metrics.text()
      return Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')[1] ?? 0,
      )
    },
    async protect() {
      await forms.protect(workspaceId, formId, { asksProof: true, now: new Date() })
      world.deps.directory.forget()
    },
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      await world.close()
    },
  }
}
