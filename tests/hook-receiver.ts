import { createServer, type IncomingHttpHeaders } from 'node:http'

/** A real receiver of webhooks that keeps what it is sent and answers as it is told. */
export interface HookReceiver {
  readonly url: string
  /** `host:port`, as OUTBOUND_ALLOW wants it. */
  readonly place: string
  readonly received: readonly Heard[]
  answerWith(status: number): void
  close(): Promise<void>
}

export interface Heard {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** What it was answered. */
  readonly status: number
  /** Whether the sender was still there to be answered; one that went away cannot know that it was heard. */
  readonly isAnswered: boolean
  readonly at: number
}

/** `delay` is how many milliseconds each answer takes; `keepsIdsOnly` spares the memory of a long run. */
export const openHookReceiver = async ({
  port = 0,
  delay = 0,
  keepsIdsOnly = false,
}: { port?: number; delay?: number; keepsIdsOnly?: boolean } = {}): Promise<HookReceiver> => {
  const received: (Heard & { isAnswered: boolean })[] = []
  let status = 204
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const one = {
        headers: keepsIdsOnly ? { 'webhook-id': request.headers['webhook-id'] } : request.headers,
        body: keepsIdsOnly ? '' : Buffer.concat(parts).toString('utf8'),
        status,
        isAnswered: false,
        at: Date.now(),
      }
      received.push(one)
      setTimeout(() => {
        one.isAnswered = !request.socket.destroyed
        response.writeHead(one.status).end()
      }, delay)
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  const place = `127.0.0.1:${typeof address === 'object' && address ? address.port : port}`
  return {
    url: `http://${place}/hooks`,
    place,
    received,
    answerWith: (next) => {
      status = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The ids of what was heard and answered, as often as it was. */
export const idsOf = (heard: readonly Heard[]): string[] =>
  heard.filter(({ isAnswered }) => isAnswered).map(({ headers }) => String(headers['webhook-id']))
