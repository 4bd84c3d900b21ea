import { signal } from '@preact/signals'
import type { LeadItem } from '../client.ts'

export type LiveEvent = { type: 'lead.routed' | 'lead.changed'; lead: LeadItem }

/** Whether new leads arrive by themselves at this moment. */
export const connection = signal<'connecting' | 'live' | 'broken'>('connecting')

interface Listeners {
  onEvent: (event: LiveEvent) => void
  /** A stream was opened that could not name the last event it saw: what happened in between must be asked for. */
  onGap: () => void
}

const types = ['lead.routed', 'lead.changed'] as const
const retryMilliseconds = 4000

/**
 * Follows the workspace's live stream until the returned function is called. The browser reconnects by itself and names the
 * last event it saw; a stream that the server refused is opened anew after a while.
 */
export const follow = ({ onEvent, onGap }: Listeners): (() => void) => {
  let retry: ReturnType<typeof setTimeout> | undefined
  let source: EventSource | undefined
  const open = (isAnew: boolean) => {
    source = new EventSource('/v1/live')
    source.onopen = () => {
      connection.value = 'live'
      if (isAnew) onGap()
    }
    source.onerror = () => {
      connection.value = 'broken'
      if (source?.readyState === EventSource.CLOSED)
        retry = setTimeout(() => open(true), retryMilliseconds)
    }
    for (const type of types) {
      source.addEventListener(type, ({ data }: MessageEvent<string>) => {
        const { lead }: { lead?: LeadItem } = JSON.parse(data)
        if (lead !== undefined) onEvent({ type, lead })
      })
    }
  }
  open(false)
  return () => {
    clearTimeout(retry)
    source?.close()
    connection.value = 'connecting'
  }
}
