import { computed, signal } from '@preact/signals'
import { sendAction, type LeadItem } from '../client.ts'
import { RequestFailed, Unreachable } from '../request.ts'
import type { PendingAction } from './pending.ts'

/** Everything done and not yet confirmed, oldest first; it outlives a reload and a lost connection. */
export const pending = signal<readonly PendingAction[]>([])
export const waitingToSend = computed(() => pending.value.length)

interface Outcomes {
  onDone: (action: PendingAction, lead: LeadItem) => void
  onRefused: (action: PendingAction, failure: RequestFailed) => void
  /** The session has ended; what is pending waits for the same person to sign in again. */
  onSignedOut: () => void
}

const storageKey = 'bantam-inbox-outbox'
const pause = 5000
let outcomes: Outcomes | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let sendingId: string | undefined
let notBefore = 0

/** Starts sending, for the person `userId`; returns what stops it. Actions are sent one at a time in the order they were done. */
export const startOutbox = (userId: string, listeners: Outcomes): (() => void) => {
  const key = `${storageKey}:${userId}`
  outcomes = listeners
  notBefore = 0
  pending.value = remembered(key)
  const stopRemembering = pending.subscribe((actions) => remember(key, actions))
  const hurry = () => {
    notBefore = 0
    schedule()
  }
  addEventListener('online', hurry)
  const leave = () => {
    if (!navigator.onLine || pending.value.length === 0) return
    sendAll()
    // Nobody is left to hear whether it arrived: the next page sends it again, and can no more take it back.
    remember(
      key,
      pending.value.map((action) => ({ ...action, sendAt: 0 })),
    )
  }
  addEventListener('pagehide', leave)
  schedule()
  return () => {
    removeEventListener('online', hurry)
    removeEventListener('pagehide', leave)
    clearTimeout(timer)
    stopRemembering()
    outcomes = undefined
  }
}

export const put = (action: PendingAction) => {
  pending.value = [...pending.value, action]
  schedule()
}

/** Takes an action back; false when it is too late because it is sent. */
export const takeBack = (id: string): boolean => {
  const isWaiting = id !== sendingId && pending.value.some((action) => action.id === id)
  if (isWaiting) forget(id)
  return isWaiting
}

const forget = (id: string) => {
  pending.value = pending.value.filter((action) => action.id !== id)
}

const schedule = () => {
  clearTimeout(timer)
  const next = Math.min(...pending.value.map((action) => action.sendAt))
  if (Number.isFinite(next))
    timer = setTimeout(() => void sendDue(), Math.max(0, Math.max(next, notBefore) - Date.now()))
}

const sendDue = async () => {
  const due = pending.value.find((action) => action.sendAt <= Date.now())
  if (sendingId !== undefined) return
  if (due === undefined) return schedule()
  sendingId = due.id
  try {
    const lead = await send(due, { keepalive: false })
    outcomes?.onDone(due, lead)
    forget(due.id)
  } catch (failure) {
    settle(due, failure)
  } finally {
    sendingId = undefined
    schedule()
  }
}

/** With how long ago it was done, not when: the clock of a phone may be wrong. */
const send = (
  { id, leadId, request, at }: PendingAction,
  { keepalive }: { keepalive: boolean },
) => {
  const ago = Math.min(Math.max(0, Date.now() - at), longAgo)
  return sendAction(leadId, { id, action: request, ago, keepalive })
}
/** More than this the server does not take. */
const longAgo = 7 * 86_400_000

/** What may pass is tried again later; what the server refused for good is given up and said. */
const settle = (action: PendingAction, failure: unknown) => {
  if (failure instanceof Unreachable) notBefore = Date.now() + pause
  else if (failure instanceof RequestFailed && failure.status === 401) {
    notBefore = Date.now() + pause
    outcomes?.onSignedOut()
  } else if (failure instanceof RequestFailed && isPassing(failure))
    notBefore = Date.now() + (failure.retryAfter ?? pause)
  else if (failure instanceof RequestFailed) {
    forget(action.id)
    // What was to follow a lost claim would act on somebody else's lead.
    if (action.request.kind === 'claimed')
      pending.value = pending.value.filter(({ leadId }) => leadId !== action.leadId)
    outcomes?.onRefused(action, failure)
  } else throw failure
}

const isPassing = ({ status }: RequestFailed) => status === 429 || status >= 500

/** The page is going: nothing more can be undone, and the requests outlive it. */
const sendAll = () => {
  for (const action of pending.value) {
    void send(action, { keepalive: true }).then(
      () => forget(action.id),
      () => undefined,
    )
  }
}

const remember = (key: string, actions: readonly PendingAction[]) => {
  try {
    if (actions.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(actions))
  } catch {
    // Storage may be denied; the actions then last as long as the page.
  }
}

const remembered = (key: string): PendingAction[] => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]')
  } catch {
    return []
  }
}
