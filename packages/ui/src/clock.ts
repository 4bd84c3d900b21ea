import { signal, type ReadonlySignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

const everySecond = signal(Date.now())
const everyQuarterMinute = signal(everySecond.peek())
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

const tick = () => {
  everySecond.value = Date.now()
  if (Math.abs(everySecond.peek() - everyQuarterMinute.peek()) >= 15_000)
    everyQuarterMinute.value = everySecond.peek()
}

/**
 * The time now in epoch milliseconds, as two signals on one shared timer that runs only while somebody looks:
 * hundreds of clocks cost one wake-up a second, and far ones redraw four times a minute.
 */
export const useClock = (): {
  everySecond: ReadonlySignal<number>
  everyQuarterMinute: ReadonlySignal<number>
} => {
  useEffect(() => {
    watchers += 1
    if (timer === undefined) {
      tick()
      timer = setInterval(tick, 1000)
    }
    return () => {
      watchers -= 1
      if (watchers > 0) return
      clearInterval(timer)
      timer = undefined
    }
  }, [])
  return { everySecond, everyQuarterMinute }
}
