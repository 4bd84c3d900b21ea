import type { EventDetails } from './options.ts'
import type { Scene } from './visit.ts'

/** Tells the page what happens in a form: `bantam:…` events that bubble and cross shadow roots. */
export interface Announcer {
  tell<Name extends keyof EventDetails>(
    name: Name,
    detail: Omit<EventDetails[Name], 'formId'>,
  ): void
  /** Called with each scene once it is on the screen. */
  onScene(scene: Scene): void
  stop(): void
}

/** Nothing that a visitor answers is in any of them. A listener that throws is the page's own affair. */
export const createAnnouncer = (
  element: HTMLElement,
  { formId, root }: { readonly formId: string; readonly root: ShadowRoot },
): Announcer => {
  const life = new AbortController()
  let at: Scene | undefined
  let hasStarted = false
  const tell: Announcer['tell'] = (name, detail) => {
    element.dispatchEvent(
      new CustomEvent(`bantam:${name}`, {
        bubbles: true,
        composed: true,
        detail: { formId, ...detail },
      }),
    )
  }
  const sizes = new ResizeObserver(() => {
    if (at) tell('height-changed', { ref: refOf(at), height: element.offsetHeight })
  })
  sizes.observe(element)
  root.addEventListener(
    'click',
    ({ target }) => {
      if (at?.kind === 'ended' && target instanceof Element && target.closest('a'))
        tell('ending-button-click', { ref: at.ending.id })
    },
    life,
  )
  return {
    tell,
    onScene(scene) {
      if (scene.kind === 'opening') return
      const before = at
      at = scene
      if (!before) return tell('ready', {})
      const ref = refOf(scene)
      const isNew = ref !== refOf(before)
      if (!hasStarted && (isNew || draftOf(scene) !== draftOf(before))) {
        hasStarted = true
        tell('started', {})
      }
      if (ref && isNew) tell('question-changed', { ref })
      if (scene.kind === 'ended' && before.kind !== 'ended')
        tell('submit', { responseId: scene.submissionId })
    },
    stop() {
      sizes.disconnect()
      life.abort()
    },
  }
}

const refOf = (scene: Scene) => (scene.kind === 'ask' ? scene.question.id : undefined)
const draftOf = (scene: Scene) => (scene.kind === 'ask' ? scene.draft : undefined)
