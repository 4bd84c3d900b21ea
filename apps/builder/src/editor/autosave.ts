import { differencesBetween } from '@bantam/editing'
import type { Form, ProblemDetail } from '@bantam/schema'

export type SaveStatus =
  | { kind: 'saved'; revision: number }
  | { kind: 'saving' }
  /** Nothing is lost: the draft is kept here and sent again by itself. */
  | { kind: 'retrying'; because: 'offline' | 'server' }
  /** Somebody else saved; a person must choose. */
  | { kind: 'conflict'; theirs: Draft }
  | { kind: 'signed-out' }
  | { kind: 'refused'; message: string; errors: readonly ProblemDetail[] }

export interface Draft {
  readonly definition: Form
  readonly revision: number
}

/** What became of one attempt to save. */
export type Attempt =
  | { kind: 'saved'; revision: number }
  | { kind: 'stale' }
  | { kind: 'unsent'; because: 'offline' | 'server' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; message: string; errors: readonly ProblemDetail[] }

export interface AutosaveOptions {
  readonly draft: Draft
  readonly save: (draft: Draft) => Promise<Attempt>
  readonly load: () => Promise<Draft | undefined>
  readonly onStatus: (status: SaveStatus) => void
  /** Milliseconds of quiet before a save. */
  readonly delay?: number
}

export interface Autosave {
  /** Takes the newest draft; it is sent after a moment of quiet. */
  change(definition: Form): void
  /** Sends what is unsent now; resolves to the saved revision, or undefined when it could not be saved. */
  flush(): Promise<number | undefined>
  /** Goes on from this draft: after a conflict, or when somebody reloads. */
  restart(draft: Draft): void
  stop(): void
}

const retryAfter = (tries: number) => Math.min(1000 * 2 ** tries, 30_000)

/**
 * Saves a draft as it changes, one request at a time, each naming the revision it builds on: a stale
 * one is never merged silently. A save whose reply was lost looks stale when it is repeated; then the
 * stored draft is ours and the save counts.
 */
export const createAutosave = ({
  draft,
  save,
  load,
  onStatus,
  delay = 600,
}: AutosaveOptions): Autosave => {
  let { definition: saved, revision } = draft
  let latest = saved
  let tries = 0
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let blocked: 'conflict' | 'signed-out' | undefined

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), ms)
  }

  const send = (): Promise<void> => {
    clearTimeout(timer)
    running ??= attempt().finally(() => {
      running = undefined
    })
    return running
  }

  const attempt = async (): Promise<void> => {
    while (latest !== saved && blocked !== 'conflict') {
      const sent = latest
      onStatus({ kind: 'saving' })
      const outcome = await save({ definition: sent, revision })
      if (isStopped) return
      if (outcome.kind === 'saved') accept(sent, outcome.revision)
      else if (outcome.kind === 'stale') await compare(sent)
      else if (outcome.kind === 'unsent') return retry(outcome.because)
      else {
        if (outcome.kind === 'signed-out') blocked = 'signed-out'
        return onStatus(outcome)
      }
    }
    if (!blocked) onStatus({ kind: 'saved', revision })
  }

  const accept = (definition: Form, newRevision: number) => {
    saved = definition
    revision = newRevision
    tries = 0
    blocked = undefined
  }

  const compare = async (sent: Form) => {
    const theirs = await load()
    if (isStopped) return
    if (!theirs) return retry('server')
    if (differencesBetween(theirs.definition, sent).length === 0) {
      return accept(sent, theirs.revision)
    }
    blocked = 'conflict'
    onStatus({ kind: 'conflict', theirs })
  }

  const retry = (because: 'offline' | 'server') => {
    onStatus({ kind: 'retrying', because })
    later(retryAfter(tries++))
  }

  return {
    change(definition) {
      latest = definition
      if (blocked === 'conflict') return
      later(delay)
      if (!running) onStatus({ kind: 'saving' })
    },
    async flush() {
      if (latest !== saved || running) await send()
      return latest === saved ? revision : undefined
    },
    restart(next) {
      clearTimeout(timer)
      accept(next.definition, next.revision)
      latest = next.definition
      onStatus({ kind: 'saved', revision })
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
