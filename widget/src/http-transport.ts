import { sendFile } from './send-file.ts'
import type { Outcome, Receipt, Transport } from './transport.ts'

const patience = 30_000

/** Talks to the public API at `base` (ends with a slash) for one form. */
export const createHttpTransport = (base: string, formId: string): Transport => {
  const form = `${base}v1/public/forms/${encodeURIComponent(formId)}/`

  const send = (url: string, { method = 'POST', headers = {}, body }: Sending) => {
    const text = JSON.stringify(body)
    return fetch(url, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: text,
      // The browser caps a keepalive body at 64 KiB; a UTF-16 unit takes three bytes at most.
      keepalive: text.length < 20_000,
      signal: AbortSignal.timeout(patience),
    })
  }

  return {
    async start(opening) {
      const response = await send(`${form}conversations`, { body: opening })
      const started = await response.json()
      if (typeof started.conversationId !== 'string') throw new TypeError('no conversation')
      return started
    },
    save: async (conversationId, body) =>
      (
        await send(`${base}v1/public/conversations/${conversationId}`, { method: 'PUT', body })
      ).json(),
    upload: (file, watch) => sendFile(`${form}uploads`, { file, ...watch }),
    async submit(body, key) {
      try {
        const headers = { 'idempotency-key': key }
        return await outcomeOf(await send(`${form}submissions`, { headers, body }))
      } catch {
        return { kind: 'later' }
      }
    },
  }
}

interface Sending {
  method?: string
  headers?: Record<string, string>
  body: unknown
}

const outcomeOf = async (response: Response): Promise<Outcome> => {
  const { ok, status, headers } = response
  if (ok) return { kind: 'received', receipt: await readReceipt(response) }
  if (status === 429 || status >= 500)
    return { kind: 'later', after: 1000 * (Number(headers.get('retry-after')) || 0) }
  const { code, errors } = await response.json().catch(() => ({}))
  return {
    kind: 'refused',
    code: status === 404 ? 'not-found' : String(code),
    errors: Array.isArray(errors) ? errors : [],
  }
}

/** Throws when the answer is no receipt (a captive portal's page, say): trying again is safe. */
const readReceipt = async (response: Response): Promise<Receipt> => {
  const receipt = await response.json()
  if (typeof receipt.ending.title !== 'string') throw new TypeError('no receipt')
  return receipt
}
