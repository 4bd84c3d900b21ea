import type { Storage } from './storage.ts'
import type { Outcome, Submission, Transport } from './transport.ts'

/** A submission that will not change any more, and the key under which the server takes it once. */
interface Frozen {
  readonly key: string
  readonly submission: Submission
}

export interface Outbox {
  /** Freezes and sends. A second call while one is on its way does nothing. */
  send(submission: Submission): void
  /** Goes on with what an earlier page could not send. False when there is nothing. */
  resume(): boolean
}

/**
 * Sends one submission until the server answers: the same body under the same key, written down before the first
 * try, after 1, 2, 4 … 60 s (± 50 %) or the server's own delay, and at once when the network or the page returns.
 */
export const createOutbox = (options: {
  transport: Transport
  storage: Storage
  name: string
  signal: AbortSignal
  tell: (outcome: Outcome) => void
}): Outbox => {
  const { transport, storage, name, signal, tell } = options
  let frozen = readFrozen(storage.read(name))
  let isSending = false
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let notBefore = 0

  const attempt = async () => {
    if (!frozen || isSending) return
    clearTimeout(timer)
    isSending = true
    const outcome = await transport.submit(frozen.submission, frozen.key)
    isSending = false
    if (outcome.kind === 'later') {
      if (signal.aborted) return
      const { after = 0 } = outcome
      notBefore = Date.now() + after
      const wait = Math.min(60_000, 1000 * 2 ** tries++) * (0.5 + Math.random())
      timer = setTimeout(() => void attempt(), Math.max(after, wait))
    } else if (outcome.kind === 'refused' && outcome.code === 'unknown-conversation') {
      const { conversationId: _, ...submission } = frozen.submission
      freeze({ key: frozen.key, submission })
      return attempt()
    } else {
      freeze(undefined)
    }
    if (!signal.aborted) tell(outcome)
  }

  const freeze = (next: Frozen | undefined) => {
    frozen = next
    storage.write(name, next)
  }

  const attemptNow = () => {
    if (document.visibilityState !== 'hidden' && Date.now() >= notBefore) void attempt()
  }
  addEventListener('online', attemptNow, { signal })
  addEventListener('pageshow', attemptNow, { signal })
  document.addEventListener('visibilitychange', attemptNow, { signal })
  signal.addEventListener('abort', () => clearTimeout(timer))

  return {
    send(submission) {
      if (frozen) return
      tries = 0
      freeze({ key: randomKey(), submission })
      void attempt()
    },
    resume() {
      void attempt()
      return frozen !== undefined
    },
  }
}

const readFrozen = (stored: unknown): Frozen | undefined => {
  const { key, submission } = Object(stored)
  return typeof key === 'string' && submission ? { key, submission } : undefined
}

/** 128 random bits; `randomUUID` is missing on pages without https. */
const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
