import type { MessagePort, Worker } from 'node:worker_threads'
import { plainError, restoredError, type PlainError } from './plain-error.ts'

/** Calls between two threads. Arguments and answers are copied; errors keep their name, words and code. */
export interface Line {
  /** Asks the other side; rejects with what it threw, or when the arguments cannot be copied. */
  call(name: string, given: readonly unknown[]): Promise<unknown>
  /** Says something that needs no answer; it arrives in its order among the calls. */
  tell(topic: string, value: unknown): void
  /** Fails every call that still waits for its answer, and those to come. */
  close(reason: Error): void
}

export interface Ears {
  answer(name: string, given: readonly unknown[]): Promise<unknown>
  hear(topic: string, value: unknown): void
}

type Item =
  | { readonly kind: 'call'; id: number; name: string; given: readonly unknown[] }
  | { readonly kind: 'answer'; id: number; value: unknown }
  | { readonly kind: 'failure'; id: number; error: PlainError }
  | { readonly kind: 'tell'; topic: string; value: unknown }

/** So many leave without waiting for the end of the turn: the other side begins while this one goes on. */
const mostTogether = 8

/** What leaves in one turn of the event loop travels together: a message costs more than what it carries. */
export const createLine = (port: MessagePort | Worker, ears: Partial<Ears>): Line => {
  const waiting = new Map<number, Waiting>()
  let serial = 0
  let leaving: Item[] = []
  let closed: Error | undefined

  const push = (item: Item) => {
    if (leaving.length === 0) setImmediate(send)
    leaving.push(item)
    if (leaving.length === mostTogether) send()
  }
  const send = () => {
    const items = leaving
    leaving = []
    if (closed || items.length === 0) return
    try {
      port.postMessage(items)
    } catch {
      for (const item of items) sendAlone(item)
    }
  }
  /** One item that cannot be copied must not take its neighbours with it. */
  const sendAlone = (item: Item) => {
    try {
      port.postMessage([item])
    } catch (error) {
      if (item.kind === 'call') settle(item.id, ({ reject }) => reject(asError(error)))
      if (item.kind === 'answer')
        push({ kind: 'failure', id: item.id, error: plainError(asError(error)) })
    }
  }
  const settle = (id: number, how: (asker: Waiting) => void) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (asker) how(asker)
  }

  const reply = async ({ id, name, given }: Extract<Item, { kind: 'call' }>) => {
    try {
      if (!ears.answer) throw new Error(`nobody answers ${name} here`)
      push({ kind: 'answer', id, value: await ears.answer(name, given) })
    } catch (error) {
      push({ kind: 'failure', id, error: plainError(asError(error)) })
    }
  }
  const take = (item: Item) => {
    switch (item.kind) {
      case 'call':
        return void reply(item)
      case 'answer':
        return settle(item.id, ({ resolve }) => resolve(item.value))
      case 'failure':
        return settle(item.id, ({ reject }) => reject(restoredError(item.error)))
      case 'tell':
        return ears.hear?.(item.topic, item.value)
    }
  }
  port.on('message', (items: readonly Item[]) => items.forEach(take))

  return {
    call: (name, given) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(closed)
        const id = serial++
        waiting.set(id, { resolve, reject })
        push({ kind: 'call', id, name, given })
      }),
    tell: (topic, value) => push({ kind: 'tell', topic, value }),
    close(reason) {
      closed = reason
      for (const { reject } of waiting.values()) reject(reason)
      waiting.clear()
    },
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error))
