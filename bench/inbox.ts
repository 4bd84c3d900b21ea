/** An open event stream that tells when something came. */
export interface Inbox {
  /** The moment (of `performance.now`) at which an event with `words` in it was read. Rejects after ten seconds. */
  arrivalOf(words: string): Promise<number>
  close(): void
}

const patience = 10_000

/** Resolves once the stream stands. */
export const openInbox = async (
  url: string,
  headers: { readonly [name: string]: string } = {},
): Promise<Inbox> => {
  const leaving = new AbortController()
  const response = await fetch(url, { headers, signal: leaving.signal })
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status}`)
  const awaited = new Map<string, (at: number) => void>()
  const hear = (event: string) => {
    if (!event.includes('event: lead.routed')) return
    for (const [words, resolve] of awaited) {
      if (!event.includes(words)) continue
      awaited.delete(words)
      resolve(performance.now())
    }
  }
  void listen(response.body, hear).catch(() => undefined)
  return {
    arrivalOf: (words) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('an event never came')), patience)
        awaited.set(words, (at) => {
          clearTimeout(late)
          resolve(at)
        })
      }),
    close: () => leaving.abort(),
  }
}

const listen = async (body: ReadableStream<Uint8Array>, hear: (event: string) => void) => {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body) {
    const events = (text + decoder.decode(chunk, { stream: true })).split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) hear(event)
  }
}
