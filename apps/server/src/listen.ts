import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'

/** Milliseconds between looks for connections that have become idle while the server closes. */
const sweepEvery = 100

/** Milliseconds that a request may take to arrive: a file of 10 MB does in this time at 1 Mbit/s. */
const longestUpload = 90_000

export interface Listening {
  readonly port: number
  /** Accepts nothing new, lets what runs finish for at most `ms`, then cuts the rest. */
  close(ms: number): Promise<void>
}

/** Serves `fetch` over HTTP; rejects with the system's error when the address cannot be had. */
export const listen = (
  fetch: (request: Request, env: unknown) => Response | Promise<Response>,
  { port, host }: { port: number; host: string },
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = createAdaptorServer({ fetch }) as Server
    let isClosing = false
    // Clients keep their connections and would go on asking: each answer from now on is a connection's last.
    server.prependListener('request', (_request, response) => {
      if (isClosing) response.setHeader('Connection', 'close')
    })
    server.headersTimeout = 10_000
    server.requestTimeout = longestUpload
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        close: (ms) =>
          new Promise((closed) => {
            isClosing = true
            const cut = setTimeout(() => server.closeAllConnections(), ms)
            const sweep = setInterval(() => server.closeIdleConnections(), sweepEvery)
            server.close(() => {
              clearTimeout(cut)
              clearInterval(sweep)
              closed()
            })
            server.closeIdleConnections()
          }),
      })
    })
  })
