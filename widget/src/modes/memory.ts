import type { Options } from '../options.ts'
import type { openStorage } from '../storage.ts'

type Deed = 'opened' | 'closed' | 'sent'

/** What this browser remembers of a form that can open by itself: when it was last opened, closed and sent. */
export interface Memory {
  note(deed: Deed): void
  noteOpenedByItself(): void
  isWithin(deed: Deed, days: number): boolean
  /** Once per visit at most, never after it was sent, and after closing only where the website allows. */
  mayOpenByItself(options: Pick<Options, 'preventReopenOnClose'>): boolean
}

/** `open` gives the places where it is kept, and `now` the milliseconds since 1970. */
export const openMemory = (
  formId: string,
  open: typeof openStorage,
  now: () => number = Date.now,
): Memory => {
  const lasting = open('localStorage', 'sessionStorage')
  const visit = open('sessionStorage')
  const name = `bantam:mode:${formId}`
  const when = (deed: Deed): unknown => Object(lasting.read(name))[deed]
  return {
    note: (deed) => lasting.write(name, { ...Object(lasting.read(name)), [deed]: now() }),
    noteOpenedByItself: () => visit.write(name, true),
    isWithin(deed, days) {
      const then = when(deed)
      return typeof then === 'number' && now() - then < days * day
    },
    mayOpenByItself: ({ preventReopenOnClose }) =>
      visit.read(name) !== true &&
      when('sent') === undefined &&
      !(preventReopenOnClose && when('closed') !== undefined),
  }
}

const day = 86_400_000
