import { randomBytes } from 'node:crypto'

/** All that a stranger gets to see of one answer, but for what is random or the time in each. */
export interface Seen {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly text: string
  readonly json: Answered
}

/** The fields of public answers that tests look into. */
export interface Answered {
  readonly conversationId?: string
  readonly visitor?: string
  readonly submissionId?: string
  readonly skip?: readonly string[]
  readonly definition?: { readonly questions: readonly { id: string }[] }
  readonly ending?: { readonly id: string; readonly title: string }
  readonly errors?: readonly { path: string; code: string }[]
}

/** Speaks to the public API as any program on the network may. */
export const strangerAt = (baseUrl: string) => {
  const tried = new Set<string>()
  const send = async (
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Seen> => {
    tried.add(`${method} ${path.split('?')[0]}`)
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        origin: 'https://stranger.example',
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return {
      status: response.status,
      headers: Object.fromEntries(
        [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
      ),
      text,
      json: isJson ? (JSON.parse(text) as Answered) : {},
    }
  }
  return {
    send,
    /** Methods and paths that were asked so far. */
    tried,
    start: (formId: string, body: object = {}) =>
      send('POST', `/v1/public/forms/${formId}/conversations`, { body }),
    save: (conversationId: string, body: object) =>
      send('PUT', `/v1/public/conversations/${conversationId}`, { body }),
    submit: (formId: string, body: object, key = randomBytes(9).toString('hex')) =>
      send('POST', `/v1/public/forms/${formId}/submissions`, {
        body,
        headers: { 'idempotency-key': key },
      }),
  }
}

/** An answer without its random ids, which keep their lengths. */
export const masked = ({ status, headers, text, json }: Seen): object => {
  const { conversationId, visitor, submissionId } = json
  const ids = [conversationId, visitor, submissionId, requestIdOf(text)]
  const plain = ids.reduce<string>(
    (rest, id) => (id === undefined ? rest : rest.replaceAll(id, '?'.repeat(id.length))),
    text,
  )
  return { status, headers, text: plain }
}

const requestIdOf = (text: string): string | undefined => /"requestId":"([^"]+)"/.exec(text)?.[1]

/** A token as the server makes them, which it never made. */
export const guessedToken = (): string => randomBytes(32).toString('base64url')

export const listed = (values: { readonly [questionId: string]: unknown }) =>
  Object.entries(values).map(([questionId, value]) => ({ questionId, value }))
