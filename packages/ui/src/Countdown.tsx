import { useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useClock } from './clock.ts'

export interface CountdownProps {
  /** Epoch milliseconds. Amber from `warn` on, red from `due` on. */
  due: number
  warn: number
}

/** Time left until `due`, in words that change each second when it is near and each quarter minute otherwise. */
export const Countdown = ({ due, warn }: CountdownProps) => {
  const { everySecond, everyQuarterMinute } = useClock()
  const moment = useSignal({ due, warn })
  useEffect(() => {
    moment.value = { due, warn }
  }, [due, warn, moment])
  const now = useComputed(() =>
    isNear(moment.value.due - everyQuarterMinute.value)
      ? everySecond.value
      : everyQuarterMinute.value,
  )
  const words = useComputed(() => countdownWords(moment.value.due - now.value))
  const state = useComputed(() => countdownState({ ...moment.value, now: now.value }))
  const exactly = new Date(due).toLocaleString(undefined, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <time
      class="ui-countdown"
      data-state={state}
      dateTime={new Date(due).toISOString()}
      title={`Due ${exactly}`}
    >
      {words}
    </time>
  )
}

export const countdownState = ({
  due,
  warn,
  now,
}: CountdownProps & { now: number }): 'calm' | 'warning' | 'late' =>
  now >= due ? 'late' : now >= warn ? 'warning' : 'calm'

/** `milliseconds` until due, negative when late: "4 min 10 s left", "2 h 5 min left", "3 min late". */
export const countdownWords = (milliseconds: number): string => {
  if (milliseconds <= 0 && milliseconds > -1000) return 'due now'
  return milliseconds > 0
    ? `${durationWords(milliseconds, { withSeconds: milliseconds < near })} left`
    : `${durationWords(-milliseconds, { withSeconds: -milliseconds < minute })} late`
}

/** The two largest units of a length of time; without seconds it is never less than a minute. */
export const durationWords = (
  milliseconds: number,
  options: { withSeconds: boolean } = { withSeconds: false },
): string => {
  const seconds = options.withSeconds
    ? Math.ceil(milliseconds / 1000)
    : Math.max(60, Math.floor(milliseconds / minute) * 60)
  const parts = units
    .map(({ name, size }, index) => ({
      name,
      count: Math.floor((seconds % (units[index - 1]?.size ?? Number.POSITIVE_INFINITY)) / size),
    }))
    .filter((part) => part.count > 0)
  const [first, second] = parts
  if (first === undefined) return '0 s'
  const isNext = second !== undefined && first.name !== 'd' ? true : second?.name === 'h'
  return second !== undefined && isNext
    ? `${first.count} ${first.name} ${second.count} ${second.name}`
    : `${first.count} ${first.name}`
}

const minute = 60_000
const near = 5 * minute
const units = [
  { name: 'd', size: 86_400 },
  { name: 'h', size: 3600 },
  { name: 'min', size: 60 },
  { name: 's', size: 1 },
] as const
const isNear = (milliseconds: number) => Math.abs(milliseconds) < near + 15_000
