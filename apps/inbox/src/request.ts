/** The server answered with a problem: `code` is stable, the message is in words for people. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed'
  readonly status: number
  readonly code: string
  /** Milliseconds to wait before another try, when the server said so. */
  readonly retryAfter: number | undefined
  constructor(
    message: string,
    { status, code, retryAfter }: { status: number; code: string; retryAfter?: number | undefined },
  ) {
    super(message)
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
  }
}

/** No answer at all: the network is gone or the server is down. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
  constructor() {
    super('The server cannot be reached. Check your connection.')
  }
}

interface Request {
  method?: 'GET' | 'POST' | 'DELETE'
  path: string
  query?: { [name: string]: string | undefined }
  body?: unknown
  keepalive?: boolean
}

/** Speaks JSON with our own server, whose types `T` are taken on trust. Throws `RequestFailed` or `Unreachable`. */
export const request = async <T>({
  method = 'GET',
  path,
  query = {},
  body,
  keepalive = false,
}: Request): Promise<T> => {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') parameters.set(name, value)
  const search = parameters.size > 0 ? `?${parameters}` : ''
  const response = await fetch(path + search, {
    method,
    keepalive,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Unreachable()
  })
  if (!response.ok) throw await failureOf(response)
  const text = await response.text()
  return JSON.parse(text || 'null')
}

const failureOf = async (response: Response): Promise<RequestFailed> => {
  const problem: { code?: string; detail?: string; title?: string } = await response
    .json()
    .catch(() => ({}))
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new RequestFailed(
    problem.detail ?? problem.title ?? `The server answered ${response.status}.`,
    {
      status: response.status,
      code: problem.code ?? 'unknown',
      retryAfter: Number.isFinite(seconds) ? seconds * 1000 : undefined,
    },
  )
}
