import type { Options } from '../options.ts'
import type { Guest } from './guest.ts'
import { launcherWordsIn } from './launcher-words.ts'
import { hasOpeners } from './openers.ts'
import type { Side } from './side.ts'

export interface Launcher {
  show(state: { readonly isOpen: boolean; readonly isNew: boolean }): void
  remove(): void
}

/**
 * A tab and a round button are the mode itself. A popup and a slider bring a button only where nothing else would open
 * them; an empty text says that something will.
 */
export const hasOwnLauncher = (formId: string, { mode, open, buttonText }: Options): boolean =>
  mode === 'sidetab' ||
  mode === 'popover' ||
  (buttonText ?? (open || hasOpeners(formId) ? '' : 'a text of our own')) !== ''

/** The button that opens and closes a form. The form's files set out when somebody is about to press it. */
export const createLauncher = (
  { root, options }: Guest,
  {
    side,
    language,
    prepare,
    onPress,
  }: { side: Side; language: string; prepare(): void; onPress(button: HTMLElement): void },
): Launcher => {
  const words = launcherWordsIn(language)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `launcher ${options.mode}`
  button.dataset['side'] = side
  button.setAttribute('aria-haspopup', 'dialog')
  const label = document.createElement('span')
  label.textContent = options.buttonText || words.open
  const dot = document.createElement('i')
  button.append(label, dot)
  button.addEventListener('click', () => onPress(button))
  for (const approach of ['pointerenter', 'focus', 'touchstart'])
    button.addEventListener(approach, prepare, { passive: true, once: true })
  root.append(button)

  const tip = options.tooltip ? tooltip(options.tooltip, side) : undefined
  if (tip) root.append(tip)
  return {
    show({ isOpen, isNew }) {
      button.setAttribute('aria-expanded', String(isOpen))
      button.toggleAttribute('data-new', isNew)
      dot.textContent = isNew ? ` ${words.unread}` : ''
      if (isOpen) tip?.remove()
    },
    remove() {
      button.remove()
      tip?.remove()
    },
  }
}

/** A word beside the round button until the form is opened. */
const tooltip = (text: string, side: Side) => {
  const tip = document.createElement('p')
  tip.className = 'tip'
  tip.dataset['side'] = side
  tip.textContent = text
  return tip
}
