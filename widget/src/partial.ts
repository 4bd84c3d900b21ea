import type { GivenAnswer } from '@bantam/schema'
import type { Heard, Opening, Progress, Started, Transport } from './transport.ts'

export interface Partial {
  /** What a reload needs to go on with the same conversation; empty until the server has answered. */
  readonly kept: { readonly conversationId?: string; readonly seq?: number }
  /** Called after each change of the answers. */
  note(answers: readonly GivenAnswer[]): void
  stop(): void
}

const quiet = 800
/** By then the next question is on the screen, of a slow phone too: a request takes its time from the same thread. */
const drawn = 200

/**
 * Keeps the server's copy of an unfinished conversation up to date in the background: each save has a number, so that
 * an older one never wins. Nothing waits for it and every failure is silent; what could not be saved is saved when the
 * network or the page returns, and when the page goes.
 */
export const createPartial = (options: {
  transport: Transport
  opening: Opening
  kept: unknown
  signal: AbortSignal
  onStarted(started: Started): void
  /** Told what the server says of the answers given. */
  onHeard(heard: Heard, given: readonly GivenAnswer[]): void
}): Partial => {
  const { transport, opening, signal, onStarted, onHeard } = options
  let { conversationId, seq } = readKept(options.kept)
  let starting: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let unsaved: Progress | undefined

  const start = async (progress: Progress) => {
    const started = await transport.start?.({ ...opening, ...progress })
    if (!started) return
    conversationId = started.conversationId
    onStarted(started)
    heed(started, progress)
    // Answered while it was on its way.
    await save()
  }
  const save = async () => {
    clearTimeout(timer)
    const progress = unsaved
    if (!progress) return
    if (conversationId) {
      const saved = await transport.save?.(conversationId, progress)
      if (saved) heed(saved, progress)
    } else {
      // Begun once, however often it is answered before it stands.
      starting ??= start(progress).catch(() => {
        starting = undefined
      })
    }
  }
  const heed = (heard: Heard, progress: Progress) => {
    if (unsaved === progress) unsaved = undefined
    onHeard(heard, progress.answers)
  }
  const saveNow = () => void save().catch(() => {})
  const stop = () => {
    clearTimeout(timer)
    unsaved = undefined
  }
  // A phone may end a page in the background without another word.
  for (const event of ['online', 'pageshow', 'pagehide', 'visibilitychange'])
    addEventListener(event, saveNow, { signal })
  // Taken out of a page that goes on.
  signal.addEventListener('abort', saveNow)

  return {
    get kept() {
      return conversationId ? { conversationId, seq } : {}
    },
    note(answers) {
      clearTimeout(timer)
      unsaved = { seq: ++seq, answers }
      timer = setTimeout(saveNow, conversationId ? quiet : drawn)
    },
    stop,
  }
}

const readKept = (kept: unknown) => {
  const { conversationId, seq } = Object(kept)
  return {
    conversationId: typeof conversationId === 'string' ? conversationId : undefined,
    seq: Number(seq) || 0,
  }
}
