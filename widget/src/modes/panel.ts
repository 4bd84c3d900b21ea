import type { Begun, Guest } from './guest.ts'
import { panelWordsIn } from './panel-words.ts'
import { lockScroll } from './scroll-lock.ts'
import type { Side } from './side.ts'
import css from './panel.css?inline'

export interface Panel {
  /** `opener` gets the focus back. */
  open(opener: HTMLElement | undefined): void
  close(): void
  /** Closes it, unheard, and takes it away. */
  remove(): void
}

/**
 * The dialog that a form opens in: modal for a popup and a slider, and on a narrow screen always, where it covers the
 * page; else beside it. The form is drawn at the first opening and kept.
 */
export const createPanel = (
  guest: Guest,
  look: { readonly side: Side; readonly language: string; onClosed(): void },
): Panel => {
  const { element, root, options, signal } = guest
  const { dialog, host, say } = createFrame(guest, look)
  let form: Begun | undefined
  let isBegun = false
  let isOpen = false
  let opener: HTMLElement | undefined
  let unlock = () => {}
  let closing: ReturnType<typeof setTimeout> | undefined

  const begin = async () => {
    isBegun = true
    const inner = host.attachShadow({ mode: 'open' })
    form = await guest.begin(inner)
    say(form)
    // The cross stands where lines of the form end, in its colours.
    dialog.dir = inner.querySelector<HTMLElement>('.stage')?.dir ?? ''
    dialog.style.colorScheme = getComputedStyle(host).colorScheme
    if (isOpen) form.focus()
  }
  const leave = () => {
    isOpen = false
    clearTimeout(closing)
    unlock()
    if (dialog.open) dialog.close()
    else dialog.hidePopover()
  }
  const close = () => {
    if (!isOpen) return
    const hadFocus = dialog.open || dialog.contains(root.activeElement)
    leave()
    if (hadFocus && opener?.isConnected) opener.focus({ preventScroll: true })
    if (options.keepSession === false) form?.refresh()
    look.onClosed()
  }
  watchLeaving(dialog, close)
  element.addEventListener(
    'bantam:submit',
    () => {
      if (options.autoClose !== undefined) closing = setTimeout(close, options.autoClose)
    },
    { signal },
  )
  return {
    open(from) {
      if (isOpen) return
      isOpen = true
      opener = from
      if (isModal(options.mode)) {
        unlock = lockScroll()
        dialog.showModal()
      } else dialog.showPopover()
      // The dialog itself, and not its cross, until the question is there.
      dialog.focus({ preventScroll: true })
      if (isBegun) form?.focus()
      else void begin()
    },
    close,
    remove() {
      if (isOpen) leave()
      dialog.remove()
    },
  }
}

const createFrame = (
  { element, root, options }: Guest,
  { side, language }: { readonly side: Side; readonly language: string },
) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const dialog = document.createElement('dialog')
  // In the top layer even when it is not modal: no z-index and no transform of the page gets in its way.
  dialog.popover = 'manual'
  dialog.className = `panel ${options.mode}`
  dialog.dataset['side'] = side
  dialog.tabIndex = -1
  for (const name of ['width', 'height'] as const)
    if (options[name]) dialog.style.setProperty(`--${name}`, `${options[name]}px`)
  const cross = document.createElement('button')
  cross.type = 'button'
  cross.className = 'cross'
  const host = document.createElement('div')
  host.className = 'form'
  const { theme } = element.dataset
  if (theme) host.dataset['theme'] = theme
  dialog.append(host, cross)
  root.append(dialog)
  /** In the language of the form once that is there, unless the website asked for one. */
  const say = (form: Pick<Begun, 'title' | 'language'>) => {
    const words = panelWordsIn(options.language ?? form.language ?? language)
    dialog.setAttribute('aria-label', form.title ?? words.form)
    dialog.lang = form.language ?? words.language
    cross.setAttribute('aria-label', words.close)
    cross.lang = words.language
  }
  say({})
  return { dialog, host, say }
}

/** Escape, the cross, a press beside a modal one, and what the browser closes by itself. */
const watchLeaving = (dialog: HTMLDialogElement, close: () => void) => {
  // A press that began inside, such as to mark text, and ends on the backdrop is none beside it.
  let began: EventTarget | null = null
  dialog.addEventListener('pointerdown', ({ target }) => (began = target))
  dialog.addEventListener('click', ({ target }) => {
    const isBeside = dialog.open && target === dialog && began === dialog
    if (isBeside || (target instanceof Element && target.className === 'cross')) close()
  })
  dialog.addEventListener('cancel', (event) => {
    if (event.target !== dialog) return
    event.preventDefault()
    close()
  })
  // Such as by the way back of a phone; heard of a moment later, when it may be open again.
  dialog.addEventListener('close', () => {
    if (!dialog.matches(':modal, :popover-open')) close()
  })
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || dialog.open || event.defaultPrevented) return
    event.stopPropagation()
    close()
  })
}

const isModal = (mode: Guest['options']['mode']) =>
  mode === 'popup' || mode === 'slider' || matchMedia('(max-width: 480px)').matches
