import type { GivenAnswer } from '@bantam/schema'
import type { Opening, Started, Transport } from './transport.ts'

export interface Partial {
  /** What a reload needs to go on with the same conversation; empty until the server has answered. */
  readonly kept: { readonly conversationId?: string; readonly seq?: number }
  /** Called after each change of the answers. */
  note(answers: readonly GivenAnswer[]): void
  stop(): void
}

const quiet = 800

/**
 * Keeps the server's copy of an unfinished conversation up to date in the background. Nothing waits for it and
 * every failure is silent.
 */
export const createPartial = (options: {
  transport: Transport
  opening: Opening
  kept: unknown
  signal: AbortSignal
  onStarted(started: Started): void
  /** Told which questions need not be asked any more after the answers given. */
  onSkip(questionIds: unknown, given: readonly GivenAnswer[]): void
}): Partial => {
  const { transport, opening, signal, onStarted, onSkip } = options
  let { conversationId, seq } = readKept(options.kept)
  let starting: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const start = async () => {
    if (conversationId) return
    const started = await transport.start?.(opening)
    if (!started) return
    conversationId = started.conversationId
    onStarted(started)
  }
  const save = async (progress: { seq: number; answers: readonly GivenAnswer[] }) => {
    await starting
    const saved = conversationId && (await transport.save?.(conversationId, progress))
    if (saved) onSkip(saved.skip, progress.answers)
  }
  const stop = () => clearTimeout(timer)
  signal.addEventListener('abort', stop)

  return {
    get kept() {
      return conversationId ? { conversationId, seq } : {}
    },
    note(answers) {
      starting ??= start().catch(() => {})
      stop()
      const progress = { seq: ++seq, answers }
      timer = setTimeout(() => void save(progress).catch(() => {}), quiet)
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
