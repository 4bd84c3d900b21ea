import type { Opening, Started, Transport } from './transport.ts'

/** A visitor waits no longer than this to be recognised; then the form is asked as it is published. */
const patience = 2500

/** Starts the conversation of a visitor who may have been here before; undefined when no answer comes in time. */
export const startReturning = async (
  transport: Transport,
  opening: Opening,
): Promise<Started | undefined> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience)
  })
  const started = Promise.resolve(transport.start?.(opening)).catch(() => undefined)
  return Promise.race([started, tooLate]).finally(() => clearTimeout(timer))
}

/** What was kept of a conversation over a reload, as far as it says what to ask. */
export const readStarted = (kept: unknown): Started | undefined => {
  const { started } = Object(kept)
  return typeof Object(started).conversationId === 'string' ? started : undefined
}
