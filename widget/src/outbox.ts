import { waitingPlaces, type Storage } from './storage.ts'
import type { Outcome, Submission, Transport } from './transport.ts'

/** A submission that will not change any more, and the key under which the server takes it once. */
interface Frozen {
  readonly key: string
  readonly submission: Submission
}

export interface Outbox {
  /** The key that the next submission will have. */
  readonly key: string
  /** What is not known to have arrived. */
  readonly frozen: Frozen | undefined
  /** Freezes and sends. A second call while one is on its way does nothing. */
  send(submission: Submission): void
  /**
   * Goes on with what an earlier page could not send, and tells what it is; undefined when there is nothing. `own` is
   * what this tab had frozen: when another one has sent it meanwhile, the server answers under its key as it did then.
   */
  resume(own?: unknown): Submission | undefined
}

/**
 * Sends one submission until the server answers: the same body under the same key, written down before the first
 * try, after 1, 2, 4 … 60 s (± 50 %) or the server's own delay, and at once when the network or the page returns, or
 * when the page goes. What other pages left is sent along afterwards; two that send the same do no harm.
 */
export const createOutbox = (options: {
  transport: Transport
  storage: Storage
  name: string
  signal: AbortSignal
  tell: (outcome: Outcome) => void
}): Outbox => {
  const { transport, storage, name, signal, tell } = options
  const start = waitingPlaces(name)
  let frozen: Frozen | undefined
  let next = randomKey()
  let isSending = false
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let notBefore = 0

  const attempt = async () => {
    if (!frozen || isSending) return
    clearTimeout(timer)
    isSending = true
    const { key, submission } = frozen
    const outcome = await transport.submit(submission, key)
    isSending = false
    if (outcome.kind === 'later') {
      if (signal.aborted) return
      const { after = 0 } = outcome
      // Not the time of day, which may be set while we wait.
      notBefore = performance.now() + after
      const wait = Math.min(60_000, 1000 * 2 ** tries++) * (0.5 + Math.random())
      timer = setTimeout(() => void attempt(), Math.max(after, wait))
    } else if (outcome.kind === 'refused' && outcome.code === 'unknown-conversation') {
      const { conversationId: _, ...rest } = submission
      freeze({ key, submission: rest })
      return attempt()
    } else {
      storage.write(start + key, undefined)
      frozen = undefined
      next = randomKey()
      if (outcome.kind === 'received') void sendLeft()
    }
    if (!signal.aborted) tell(outcome)
  }

  const freeze = (submission: Frozen) => {
    frozen = submission
    storage.write(start + submission.key, submission)
  }

  const left = () => storage.names(start).flatMap((place) => readFrozen(storage.read(place)) ?? [])

  /** Once each: what is not taken now waits for a page that can ask its visitor. */
  const sendLeft = async () => {
    for (const { key, submission } of left()) {
      const { kind } = await transport.submit(submission, key)
      if (kind === 'received') storage.write(start + key, undefined)
    }
  }

  const attemptNow = () => {
    if (performance.now() >= notBefore) void attempt()
  }
  for (const event of ['online', 'pageshow', 'pagehide', 'visibilitychange'])
    addEventListener(event, attemptNow, { signal })
  signal.addEventListener('abort', () => clearTimeout(timer))

  return {
    get key() {
      return next
    },
    send(submission) {
      if (frozen) return
      tries = 0
      freeze({ key: next, submission })
      void attempt()
    },
    get frozen() {
      return frozen
    },
    resume(own) {
      frozen = readFrozen(own) ?? left()[0]
      void attempt()
      return frozen?.submission
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
