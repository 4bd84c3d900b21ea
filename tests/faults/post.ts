import { Agent, request } from 'node:http'

export interface Answer {
  /** 0 when the connection was refused or broke before the whole answer came. */
  readonly status: number
  readonly text: string
}

/** Connections of one caller; its `close` ends them. */
export interface Caller {
  post(url: string, more: { readonly key: string; readonly body: string }): Promise<Answer>
  close(): void
}

const none: Answer = { status: 0, text: '' }
const patience = 15_000

/** Keeps its connections open between requests, as browsers and proxies do. */
export const createCaller = (): Caller => {
  const agent = new Agent({ keepAlive: true })
  return {
    post: (url, { key, body }) =>
      new Promise((resolve) => {
        const headers = {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': key,
        }
        const asked = request(url, { method: 'POST', agent, headers, timeout: patience })
        asked.on('response', (response) => {
          let text = ''
          response.setEncoding('utf8').on('data', (part: string) => {
            text += part
          })
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
          response.on('error', () => resolve(none))
        })
        asked.on('timeout', () => asked.destroy())
        asked.on('error', () => resolve(none))
        asked.end(body)
      }),
    close: () => agent.destroy(),
  }
}
