import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

// The yardstick of the inbox: what is posted goes to every open stream, and nothing else happens to it.
const streams = new Set<ServerResponse>()

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n')
    streams.add(response)
    return
  }
  const data = await text(request)
  for (const stream of streams) stream.write(`event: lead.routed\ndata: ${data}\n\n`)
  response.writeHead(201, { 'content-type': 'application/json' }).end('{}')
}

const server = createServer((request, response) => void answer(request, response))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.stdout.write(`${address?.port}\n`)
})
