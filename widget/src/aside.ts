import { enterMode } from './modes/enter-mode.ts'
import { readOptions, writeOptions, type Instance } from './options.ts'
import type { Loaded, Place, Running } from './place.ts'

/**
 * A form that a call put on the page, or one that waits: in a mode of its own until it is opened, or in the page until it
 * comes near the screen.
 */
export const start = (element: HTMLElement, place: Place): Instance => {
  const { root, formId, onBroken } = place
  const life = new AbortController()
  const { signal } = life
  writeOptions(element, Reflect.get(element, 'options'))
  const options = readOptions(element)
  let loading: Promise<Loaded> | undefined
  let form = idle
  const load = () => {
    loading ??= place.load()
    // What failed once is fetched anew the next time.
    loading.catch(() => (loading = undefined))
    return loading
  }
  const begin = async (own: ShadowRoot) => {
    try {
      const [published, chunk] = await load()
      signal.throwIfAborted()
      form = chunk.start(element, { ...place, root: own, published, onBroken: () => onBroken(own) })
      const { title, translations = {} } = published.definition
      const language = own.querySelector<HTMLElement>('.stage')?.lang ?? ''
      return { ...form, language, title: translations[language]?.['title'] || title }
    } catch {
      if (!signal.aborted) onBroken(own)
      return idle
    }
  }
  const isInPage = /^(inline|page)$/.test(options.mode ?? 'inline')
  if (isInPage)
    void (options.lazy ? near(element, signal) : load()).then(
      () => begin(root),
      () => onBroken(),
    )
  return {
    ...(isInPage
      ? idle
      : enterMode({
          element,
          root,
          formId,
          options,
          signal,
          prepare: () => void load().catch(() => {}),
          begin,
          leaveLink: onBroken,
          tell: () => form.tellClosed(),
        })),
    refresh: () => form.refresh(),
    focus: () => form.focus(),
    unmount() {
      life.abort()
      form.unmount()
    },
  }
}

const nothing = () => {}
const idle: Running = {
  open: nothing,
  close: nothing,
  toggle: nothing,
  refresh: nothing,
  focus: nothing,
  unmount: nothing,
  tellClosed: nothing,
}

/** Resolves when an element is about to come into sight. */
const near = (element: Element, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        resolve()
      },
      { rootMargin: '500px' },
    )
    observer.observe(element)
    signal.addEventListener('abort', () => observer.disconnect())
  })
