import type { Outcome, Receipt, Transport } from './transport.ts'

const patience = 30_000
/** Whoever is quicker proves that a browser worked for it; the server asks for the same. */
const quickest = 1500
/** No server is believed to need longer, in milliseconds: a timer that counts past 24 days goes off at once. */
const longestPause = 3_600_000
/** What networks and guards on the way answer in a server's place, and may not answer the next time. */
const passing = [401, 403, 407, 408, 425]

// A page may replace these later on.
const { fetch } = globalThis
const { stringify } = JSON

/** Talks to the public API at `base` (ends with a slash) for one form. */
export const createHttpTransport = (base: string, formId: string): Transport => {
  const form = `${base}v1/public/forms/${encodeURIComponent(formId)}/`
  let proof: { readonly key: string; readonly found: Promise<string | undefined> } | undefined

  const send = (url: string, { method, headers, body }: Sending) => {
    const text = stringify(body)
    const init: RequestInit = {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: text,
      // The browser caps a keepalive body at 64 KiB; a UTF-16 unit takes three bytes at most.
      keepalive: text.length < 20_000,
      signal: AbortSignal.timeout(patience),
    }
    // Nothing that a page has put on every object is a setting of ours.
    return fetch(url, Object.setPrototypeOf(init, null))
  }

  /** Where the solver cannot be loaded, undefined: the server has the last word. Rejects when no challenge is to be had. */
  const prove = (key: string) => {
    const found = import('./spam/prove.ts').then(
      (solver) => solver.prove(`${form}challenge?key=${key}`, { fetch, stringify }),
      () => undefined,
    )
    proof = { key, found }
    found.catch(() => (proof = undefined))
    return found
  }

  return {
    async start(opening) {
      const response = await send(`${form}conversations`, {
        method: 'POST',
        headers: {},
        body: opening,
      })
      const started = await response.json()
      if (typeof started.conversationId !== 'string') throw new TypeError('no conversation')
      return started
    },
    async save(conversationId, body) {
      const url = `${base}v1/public/conversations/${conversationId}`
      const response = await send(url, { method: 'PUT', headers: {}, body })
      if (response.status >= 429) throw new TypeError('not saved')
      return response.json()
    },
    upload: (file, watch) =>
      import('./send-file.ts').then(
        (chunk) => chunk.sendFile(`${form}uploads`, { file, ...watch }),
        () => ({ kind: 'unreachable' }),
      ),
    prove: (key) => void prove(key),
    async submit(body, key) {
      const post = async (work: string | undefined) =>
        outcomeOf(
          await send(`${form}submissions`, {
            method: 'POST',
            headers: { 'idempotency-key': key, ...(work && { 'bantam-proof': work }) },
            body,
          }),
        )
      try {
        const begun = proof?.key === key ? proof.found : undefined
        const { sandbox, elapsed = quickest } = body
        const isQuick = !sandbox && elapsed < quickest
        const outcome = await post(await (begun ?? (isQuick ? prove(key) : undefined)))
        return outcome.kind === 'refused' && outcome.code.startsWith('proof')
          ? await post(await prove(key))
          : outcome
      } catch {
        return { kind: 'later' }
      }
    },
  }
}

interface Sending {
  method: string
  headers: Record<string, string>
  body: unknown
}

const outcomeOf = async (response: Response): Promise<Outcome> => {
  const { ok, status, headers } = response
  // A copied tab goes on with a conversation that the other one has ended: what this one says is its own.
  if (headers.get('bantam-answers') === 'other')
    return { kind: 'refused', code: 'unknown-conversation', errors: [] }
  if (ok) return { kind: 'received', receipt: await readReceipt(response) }
  if (status === 429 || status >= 500)
    return { kind: 'later', after: pauseOf(headers.get('retry-after')) }
  const { code, errors } = await response.json().catch(() => ({}))
  if (typeof code !== 'string' && passing.includes(status)) return { kind: 'later' }
  return {
    kind: 'refused',
    code: status === 404 ? 'not-found' : String(code),
    errors: Array.isArray(errors) ? errors : [],
  }
}

/** In milliseconds, from a number of seconds or a moment. */
const pauseOf = (after: string | null) => {
  const pause = 1000 * Number(after) || Date.parse(after ?? '') - Date.now() || 0
  return Math.max(0, Math.min(pause, longestPause))
}

/** Throws when the answer is no receipt (a captive portal's page, say): trying again is safe. */
const readReceipt = async (response: Response): Promise<Receipt> => {
  const receipt = await response.json()
  if (typeof receipt.ending.title !== 'string') throw new TypeError('no receipt')
  return receipt
}
