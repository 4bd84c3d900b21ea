import type { Page } from 'playwright'

/** What a page holds on to. */
export interface Use {
  readonly listeners: number
  readonly timers: number
  readonly observers: number
  readonly nodes: number
  readonly sheets: number
  /** Bytes, after the garbage has been collected. */
  readonly heap: number
}

/**
 * Runs in the page before everything else: counts listeners on what outlives a form (window, document and their
 * kind), timers and observers that are still on.
 */
export const watchUse = (): void => {
  const live = { listeners: new Set<string>(), timers: new Set<unknown>(), observers: 0 }
  const ids = new WeakMap<object, number>()
  let last = 0
  const idOf = (one: object) => {
    if (!ids.has(one)) ids.set(one, ++last)
    return ids.get(one)
  }
  const { addEventListener, removeEventListener } = EventTarget.prototype
  type Given = Parameters<typeof addEventListener>
  const keyOf = (target: EventTarget, [type, listener]: Given) =>
    `${idOf(target)} ${type} ${listener ? idOf(listener) : 0}`
  const lasts = (target: unknown) =>
    target === window || target instanceof Document || target instanceof MediaQueryList
  EventTarget.prototype.addEventListener = function (...given: Given) {
    const target = this ?? window
    const [, listener, options] = given
    if (lasts(target) && listener) {
      const key = keyOf(target, given)
      const { signal } = Object(options)
      if (!signal?.aborted) live.listeners.add(key)
      signal?.addEventListener('abort', () => live.listeners.delete(key))
    }
    return addEventListener.apply(target, given)
  }
  EventTarget.prototype.removeEventListener = function (...given: Given) {
    live.listeners.delete(keyOf(this ?? window, given))
    return removeEventListener.apply(this ?? window, given)
  }
  const { setTimeout: later, clearTimeout: never } = window
  Object.assign(window, {
    setTimeout(deed: () => void, wait?: number) {
      const id = later(() => {
        live.timers.delete(id)
        deed()
      }, wait)
      live.timers.add(id)
      return id
    },
    clearTimeout(id: number) {
      live.timers.delete(id)
      never(id)
    },
  })
  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver'] as const) {
    const { observe, disconnect } = window[name].prototype
    const on = new WeakSet()
    Object.assign(window[name].prototype, {
      observe(this: object, ...given: unknown[]) {
        if (!on.has(this)) live.observers++
        on.add(this)
        return Reflect.apply(observe, this, given)
      },
      disconnect(this: object) {
        if (on.delete(this)) live.observers--
        return Reflect.apply(disconnect, this, [])
      },
    })
  }
  Object.assign(window, {
    useOf: () => ({
      listeners: live.listeners.size,
      timers: live.timers.size,
      observers: live.observers,
      nodes: document.querySelectorAll('*').length,
      sheets: document.adoptedStyleSheets.length,
    }),
  })
}

/** What a page that was watched from its start holds now. */
export const countUse = async (page: Page): Promise<Use> => {
  const session = await page.context().newCDPSession(page)
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  const counted = await page.evaluate(() => Reflect.get(globalThis, 'useOf')())
  return { ...counted, heap: usedSize }
}
