/**
 * Milliseconds a `Retry-After` header asks to wait: whole seconds or an HTTP date (RFC 9110 §10.2.3). Undefined when
 * it is absent, in the past, or nonsense.
 */
export const readRetryAfter = (header: string | undefined, now: Date): number | undefined => {
  if (header === undefined) return undefined
  const text = header.trim()
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000
  if (!httpDate.test(text)) return undefined
  const wait = Date.parse(text) - now.getTime()
  return wait > 0 ? wait : undefined
}

const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
