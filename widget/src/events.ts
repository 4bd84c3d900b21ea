import type { EventDetails } from './options.ts'
import type { Scene } from './visit.ts'

type Event = {
  [Name in keyof EventDetails]: {
    readonly name: Name
    readonly detail: Omit<EventDetails[Name], 'formId'>
  }
}[keyof EventDetails]

/**
 * Tells the page what happens in a form: a `bantam:…` event that bubbles and crosses shadow roots, after the callback
 * that the website gave with the form or named in an attribute. Nothing that a visitor answers is in any. A page that
 * throws here hurts nobody but itself.
 */
const announce = (element: HTMLElement, formId: string, { name, detail }: Event): void => {
  const event = new CustomEvent(`bantam:${name}`, {
    bubbles: true,
    composed: true,
    detail: { formId, ...detail },
  })
  const deed = `on-${name}`.replaceAll(/-./g, ([, letter = '']) => letter.toUpperCase())
  const callback: unknown =
    Object(Reflect.get(element, 'options'))[deed] ??
    Reflect.get(globalThis, element.dataset[deed] ?? '')
  const { dataLayer } = element.dataset
  const hear = (deedOfPage: () => unknown) =>
    element.addEventListener(event.type, deedOfPage, { once: true })
  if (typeof callback === 'function') hear(() => callback(event.detail))
  if (dataLayer !== undefined && name !== 'height-changed')
    hear(() => layerOf(dataLayer || 'dataLayer').push({ event: event.type, ...event.detail }))
  element.dispatchEvent(event)
}

const layerOf = (name: string): unknown[] => {
  const layer: unknown = Reflect.get(globalThis, name)
  if (Array.isArray(layer)) return layer
  const made: unknown[] = []
  Reflect.set(globalThis, name, made)
  return made
}

export interface Announcer {
  /** Called with each scene once it is on the screen. */
  onScene(scene: Scene): void
  tellClosed(): void
  stop(): void
}

/** Tells of a visit of one form in `root`. */
export const createAnnouncer = (
  element: HTMLElement,
  { formId, root }: { readonly formId: string; readonly root: ShadowRoot },
): Announcer => {
  const life = new AbortController()
  let at: Scene | undefined
  let hasStarted = false
  const tell = (event: Event) => announce(element, formId, event)
  const sizes = new ResizeObserver(() => {
    if (at)
      tell({ name: 'height-changed', detail: { ref: refOf(at), height: element.offsetHeight } })
  })
  sizes.observe(element)
  root.addEventListener(
    'click',
    ({ target }) => {
      if (at?.kind === 'ended' && target instanceof Element && target.closest('a'))
        tell({ name: 'ending-button-click', detail: { ref: at.ending.id } })
    },
    life,
  )
  return {
    onScene(scene) {
      if (scene.kind === 'opening') return
      const before = at
      at = scene
      if (!before) return tell({ name: 'ready', detail: {} })
      const ref = refOf(scene)
      const isNew = ref !== refOf(before)
      if (!hasStarted && (isNew || draftOf(scene) !== draftOf(before))) {
        hasStarted = true
        tell({ name: 'started', detail: {} })
      }
      if (ref && isNew) tell({ name: 'question-changed', detail: { ref } })
      if (scene.kind === 'ended' && before.kind !== 'ended')
        tell({ name: 'submit', detail: { responseId: scene.submissionId } })
    },
    tellClosed: () => tell({ name: 'close', detail: {} }),
    stop() {
      sizes.disconnect()
      life.abort()
    },
  }
}

const refOf = (scene: Scene) => (scene.kind === 'ask' ? scene.question.id : undefined)
const draftOf = (scene: Scene) => (scene.kind === 'ask' ? scene.draft : undefined)
