import { setImmediate as nextTick } from 'node:timers/promises'
import type { Storage } from '@bantam/storage'
import { decide, type Decided, type Outcome } from './decide.ts'
import type { Prepared } from './prepared.ts'

/** Refused because too much already waits; the caller says when to come again. */
class IntakeFull extends Error {
  override readonly name = 'IntakeFull'
}

/** Takes submissions in; resolves when the transaction that holds this one is on disk. */
export interface Intake {
  submit(submission: Prepared): Promise<Outcome>
  /** Resolves when nothing waits any more. */
  drain(): Promise<void>
}

interface Waiting {
  readonly submission: Prepared
  readonly settle: (outcome: Outcome) => void
  readonly fail: (error: unknown) => void
}

/**
 * Submissions that arrive together are decided and written together: one transaction, one flush to disk.
 * While a batch is being written the next one gathers, so load makes batches larger, not queues longer.
 */
export const createIntake = (
  storage: Pick<Storage, 'intake'>,
  {
    clock,
    newId,
    hasMailServer,
    mostWaiting = 2000,
    largestBatch = 128,
  }: {
    clock: () => Date
    newId: () => string
    hasMailServer: boolean
    mostWaiting?: number
    largestBatch?: number
  },
): Intake => {
  let waiting: Waiting[] = []
  let isWriting = false
  let idle: (() => void)[] = []

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    const submissions = batch.map(({ submission }) => submission)
    try {
      const { outcomes } = await storage.intake.accept<Decided>(
        submissions.map(requestOf),
        (seen) => decide(submissions, seen, { now: clock(), newId, hasMailServer }),
      )
      outcomes.forEach((outcome, at) => batch[at]?.settle(outcome))
    } catch (error) {
      // One bad row must not take its neighbours with it; a lone one may have raced another node and reads again.
      if (batch.length > 1) for (const one of batch) await write([one])
      else if (batch[0]) await writeAgain(batch[0], error)
    }
  }

  const writeAgain = async (
    { submission, settle, fail }: Waiting,
    first: unknown,
  ): Promise<void> => {
    try {
      const { outcomes } = await storage.intake.accept<Decided>([requestOf(submission)], (seen) =>
        decide([submission], seen, { now: clock(), newId, hasMailServer }),
      )
      if (outcomes[0]) settle(outcomes[0])
    } catch {
      fail(first)
    }
  }

  /** Resolves when a turn of the event loop has brought nothing more: whoever is already on the wire comes along. */
  const gathered = async (): Promise<void> => {
    let before = 0
    while (waiting.length > before && waiting.length < largestBatch) {
      before = waiting.length
      await nextTick()
    }
  }

  const flush = async (): Promise<void> => {
    if (isWriting) return
    isWriting = true
    while (waiting.length > 0) {
      await gathered()
      const batch = waiting.slice(0, largestBatch)
      waiting = waiting.slice(largestBatch)
      await write(batch)
    }
    isWriting = false
    for (const resolve of idle) resolve()
    idle = []
  }

  return {
    submit: (submission) =>
      new Promise((settle, fail) => {
        if (waiting.length >= mostWaiting) return fail(new IntakeFull('too many submissions wait'))
        waiting.push({ submission, settle, fail })
        void flush()
      }),
    drain: () =>
      waiting.length === 0 && !isWriting
        ? Promise.resolve()
        : new Promise((resolve) => idle.push(resolve)),
  }
}

const requestOf = ({ form, key, conversationId, email }: Prepared) => ({
  workspaceId: form.workspaceId,
  formId: form.formId,
  key,
  conversationId,
  email,
})
