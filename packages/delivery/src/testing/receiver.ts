import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'

export interface Heard {
  readonly headers: { readonly [name: string]: string }
  readonly body: string
  readonly url: string
}

export interface Receiver {
  readonly port: number
  readonly url: string
  /** As an allow list writes it. */
  readonly place: string
  readonly heard: readonly Heard[]
  readonly connections: () => number
  close(): Promise<void>
}

/** A real HTTP receiver on loopback; `answer` may be as hostile as it likes. */
export const startReceiver = async (
  answer: (response: ServerResponse, request: IncomingMessage, count: number) => void = (
    response,
  ) => {
    response.writeHead(204).end()
  },
): Promise<Receiver> => {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
      heard.push({
        headers: Object.fromEntries(headers),
        body: Buffer.concat(chunks).toString('utf8'),
        url: request.url ?? '',
      })
      answer(response, request, heard.length)
    })
  })
  const listening = await listen(server)
  return { ...listening, heard }
}

/** Counts the connections it is given and serves none: what must never be reached. */
export const listen = async (server: Server): Promise<Omit<Receiver, 'heard'>> => {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = addressOf(server)
  return {
    port,
    url: `http://127.0.0.1:${port}/hook`,
    place: `127.0.0.1:${port}`,
    connections: () => connections,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

const addressOf = (server: Server): AddressInfo => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address
}
