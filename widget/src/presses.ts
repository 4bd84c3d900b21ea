import type { Visit } from './visit.ts'

interface Pressed {
  readonly stage: HTMLElement
  readonly visit: Visit
  readonly signal: AbortSignal
}

/** The text of a choice that is none of those offered. */
const otherText = '.options ~ .field input'

/** Looks after presses that say less, or more, than was meant by them. */
export const heedPresses = ({ stage, visit, signal }: Pressed): void => {
  let pressedAt: unknown
  let before: Element | null = null
  const find = () => stage.querySelector<HTMLElement>(otherText)

  stage.addEventListener(
    'click',
    (event) => {
      const { scene } = visit
      const position = scene.kind === 'ask' && scene.position
      // The second press of a double click was not meant for the question that came with the first.
      if (event.detail > 1 && position !== pressedAt) {
        event.preventDefault()
        event.stopPropagation()
      }
      pressedAt = position
    },
    { capture: true, signal },
  )
  stage.addEventListener(
    'keydown',
    (event) => {
      const { key, repeat, target } = event
      // Held down, it would press on through whatever may stay empty. In a text it is a new line.
      if (repeat && key === 'Enter' && !(target instanceof HTMLTextAreaElement))
        event.preventDefault()
      before = find()
    },
    { capture: true, signal },
  )
  stage.addEventListener(
    'keydown',
    () => {
      // What is typed next are its words, and no letters of choices.
      if (!before) find()?.focus()
    },
    { signal },
  )
  stage.addEventListener(
    'submit',
    () => {
      const date = stage.querySelector<HTMLInputElement>('[type=date]')
      // A browser gives no value of a date half written, and tells of none.
      if (date && !date.value) visit.change(date.validity.badInput ? 0 : '')
    },
    { capture: true, signal },
  )
}
