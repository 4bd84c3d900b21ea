import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { portOf } from './allow-list.ts'
import type { Target } from './check-url.ts'
import { NoAnswer, UnsafeUrl } from './unsafe-url.ts'
import { vettedLookup, type Resolve } from './vetted-lookup.ts'

/** Milliseconds. */
export interface Deadlines {
  /** From the request's start to a connected socket, name look-up and TLS included. */
  readonly connect: number
  /** From the request's start to the status line and headers. */
  readonly total: number
  /** For what follows the headers; the answer counts by then, only the socket waits. */
  readonly body: number
}

export interface OutboundRequest {
  readonly headers: { readonly [name: string]: string }
  readonly body: string
}

export interface OutboundReply {
  readonly status: number
  readonly retryAfter: string | undefined
  /** What came of the body, at most 16 KB of it. */
  readonly body: string
}

const bodyLimit = 16 * 1024

/** Sends one POST to a target whose URL was read and judged; the socket ends with it. */
export const send = (
  target: Target,
  {
    headers,
    body,
    deadlines,
    resolve,
  }: OutboundRequest & { deadlines: Deadlines; resolve: Resolve },
): Promise<OutboundReply> =>
  new Promise((settle, fail) => {
    const isSecure = target.url.protocol === 'https:'
    const request = (isSecure ? requestHttps : requestHttp)({
      method: 'POST',
      hostname: target.host,
      port: portOf(target.url),
      path: `${target.url.pathname}${target.url.search}`,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: vettedLookup(resolve, target.isVouchedFor),
      agent: false,
    })
    const within = (ms: number, words: string) =>
      setTimeout(() => request.destroy(new NoAnswer(words)), ms)
    const connecting = within(
      deadlines.connect,
      `no connection within ${seconds(deadlines.connect)}`,
    )
    const answering = within(deadlines.total, `no answer within ${seconds(deadlines.total)}`)
    const stopClocks = () => {
      clearTimeout(connecting)
      clearTimeout(answering)
    }
    request.once('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => clearTimeout(connecting))
    })
    let hasAnswered = false
    request.once('response', (response) => {
      hasAnswered = true
      stopClocks()
      void readBody(response, deadlines.body).then((text) => {
        request.destroy()
        settle({
          status: response.statusCode ?? 0,
          retryAfter: response.headers['retry-after'],
          body: text,
        })
      })
    })
    // Stays for the socket's whole life: a connection cut after the answer must not become an uncaught error.
    request.on('error', (error) => {
      if (hasAnswered) return
      stopClocks()
      fail(inWords(error))
    })
    request.end(body)
  })

/** Whatever comes of the body until its end, the limit, the deadline or a cut; the status has been said already. */
const readBody = (response: IncomingMessage, deadline: number): Promise<string> =>
  new Promise((settle) => {
    const chunks: Buffer[] = []
    let size = 0
    const finish = () => {
      clearTimeout(timer)
      settle(Buffer.concat(chunks).subarray(0, bodyLimit).toString('utf8'))
    }
    const timer = setTimeout(finish, deadline)
    response.on('data', (chunk: Buffer) => {
      if (size >= bodyLimit) return
      chunks.push(chunk)
      size += chunk.length
      if (size >= bodyLimit) finish()
    })
    response.once('error', finish)
    response.once('close', finish)
  })

const inWords = (error: NodeJS.ErrnoException): Error => {
  if (error instanceof UnsafeUrl || error instanceof NoAnswer) return error
  const words = (error.code !== undefined && causes[error.code]) || 'the connection failed'
  return new NoAnswer(words, { cause: error })
}

const seconds = (ms: number): string => `${ms / 1000} s`

const causes: { readonly [code: string]: string } = {
  ECONNREFUSED: 'the receiver refused the connection',
  ECONNRESET: 'the receiver cut the connection before answering',
  EPIPE: 'the receiver cut the connection before answering',
  ENOTFOUND: 'the name does not exist',
  EAI_AGAIN: 'the name service did not answer',
  ETIMEDOUT: 'no connection could be made',
  EHOSTUNREACH: 'the receiver cannot be reached',
  ENETUNREACH: 'the receiver cannot be reached',
  CERT_HAS_EXPIRED: "the receiver's certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the receiver's certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "the receiver's certificate is self-signed",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the receiver's certificate cannot be verified",
  ERR_TLS_CERT_ALTNAME_INVALID: "the receiver's certificate is for another name",
  HPE_HEADER_OVERFLOW: 'the answer had too many headers',
  HPE_INVALID_CONSTANT: 'the answer was not HTTP',
}
