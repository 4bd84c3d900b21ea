import type { Options } from '../options.ts'
import type { Guest } from './guest.ts'
import { isBusy } from './politeness.ts'

interface Watch {
  readonly signal: AbortSignal
  /** Opens the form when this is a good moment. False asks to try again later. */
  attempt(): boolean
}

type Trigger = (value: number | undefined, watch: Watch) => void

/** Watches for what a website wants its form opened by, until that has happened at a good moment. */
export const arm = (
  { formId, options, signal }: Pick<Guest, 'formId' | 'options' | 'signal'>,
  open: () => void,
): void => {
  if (!options.open || signal.aborted) return
  const over = new AbortController()
  triggers[options.open](options.openValue, {
    signal: AbortSignal.any([signal, over.signal]),
    attempt() {
      if (isBusy(formId, options)) return false
      over.abort()
      open()
      return true
    },
  })
}

const triggers: { readonly [K in NonNullable<Options['open']>]: Trigger } = {
  load: (_, watch) => soon(0, watch),
  time: (milliseconds = 0, watch) => soon(milliseconds, watch),
  scroll(percent = 50, { signal, attempt }) {
    const look = () => {
      const { scrollHeight, clientHeight, scrollTop } = document.scrollingElement ?? document.body
      const way = scrollHeight - clientHeight
      if (way > 0 && scrollTop / way >= Math.min(percent, 99) / 100) attempt()
    }
    addEventListener('scroll', look, { signal, passive: true })
    look()
  },
  /** The pointer leaves by the top of the window; by touch, the way back up is taken in one sweep. */
  exit(distance = 20, { signal, attempt }) {
    document.addEventListener(
      'mouseout',
      ({ relatedTarget, clientY }) => {
        if (relatedTarget === null && clientY <= distance) attempt()
      },
      { signal },
    )
    if (!matchMedia('(pointer: coarse)').matches) return
    let trail: { readonly at: number; readonly y: number }[] = []
    addEventListener(
      'scroll',
      ({ timeStamp: at }) => {
        trail = [...trail.filter((point) => at - point.at < sweep), { at, y: scrollY }]
        if (Math.max(...trail.map(({ y }) => y)) - scrollY > innerHeight) attempt()
      },
      { signal, passive: true },
    )
  },
}

/** Milliseconds in which a whole screen upwards is a sweep. */
const sweep = 500

/** Once the time has come and, where that is no good moment, every second after. */
const soon = (milliseconds: number, { signal, attempt }: Watch) => {
  let timer = setTimeout(function again() {
    if (!attempt()) timer = setTimeout(again, 1000)
  }, milliseconds)
  signal.addEventListener('abort', () => clearTimeout(timer))
}
