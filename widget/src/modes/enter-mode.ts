import type { EnterMode, Guest } from './guest.ts'
import { createMemoryStorage, openStorage } from '../storage.ts'
import { createLauncher, hasOwnLauncher } from './launcher.ts'
import { languageOf } from './launcher-words.ts'
import { openMemory } from './memory.ts'
import { isOpenerOf } from './openers.ts'
import { sideOf } from './side.ts'
import css from './launcher.css?inline'

/**
 * A form that waits aside until it is opened: by its own button, by any opener on the page, by what the website asked
 * for, or by a call. Panel and form come when it is opened first, or is about to be, and stay, closed, with the answers.
 */
export const enterMode: EnterMode = (guest) => {
  const { element, root, formId, options, signal } = guest
  const sheet = new CSSStyleSheet()
  const { themeAccent } = element.dataset
  sheet.replaceSync(css + (themeAccent ? `:host{--look-accent:${themeAccent}}` : ''))
  root.adoptedStyleSheets = [sheet]

  const side = sideOf(element, options.position)
  const language = languageOf(element, options)
  const memory = openMemory(
    formId,
    options.sandbox || options.enableSandbox ? createMemoryStorage : openStorage,
  )
  let isOpen = false

  const isNew = () => {
    const days = options.notificationDays
    return days !== undefined && !memory.isWithin('opened', days)
  }
  const turn = (toOpen: boolean) => {
    isOpen = toOpen
    element.toggleAttribute('open', toOpen)
    launcher?.show({ isOpen, isNew: !isOpen && isNew() })
  }
  const onClosed = () => {
    memory.note('closed')
    turn(false)
    guest.tell('close')
  }

  let loading: ReturnType<typeof load> | undefined
  const load = async () => {
    const { createPanel } = await import('./panel.ts')
    return createPanel(guest, { side, language, onClosed })
  }
  const panelOf = () => (loading ??= load())
  const prepare = () => {
    guest.prepare()
    panelOf().catch(() => (loading = undefined))
  }
  const open = async (opener = focused()) => {
    if (isOpen) return
    memory.note('opened')
    turn(true)
    try {
      const panel = await panelOf()
      // Much can happen on a page meanwhile.
      if (isOpen && element.isConnected) panel.open(opener)
    } catch {
      loading = undefined
      turn(false)
      leaveNote(guest, side)
    }
  }
  const close = () => {
    if (isOpen) void panelOf().then((panel) => panel.close())
  }
  const toggle = (opener?: HTMLElement) => (isOpen ? close() : void open(opener))

  const launcher = hasOwnLauncher(formId, options)
    ? createLauncher(guest, { side, language, prepare, onPress: toggle })
    : undefined
  turn(false)

  document.addEventListener(
    'click',
    (event) => {
      const opener = openerIn(event, formId)
      if (!opener) return
      event.preventDefault()
      void open(opener)
    },
    { signal },
  )
  element.addEventListener('bantam:submit', () => memory.note('sent'), { signal })
  // An opener that was followed before this arrived, or an address that was shared open.
  if (location.hash === `#bantam-${formId}`) void open()

  if (options.open && memory.mayOpenByItself(options)) {
    const openUnasked = () => {
      if (isOpen) return
      memory.noteOpenedByItself()
      void open()
    }
    // Without it the form still opens when it is asked to.
    import('./triggers.ts').then(({ arm }) => arm(guest, openUnasked)).catch(() => {})
  }
  signal.addEventListener('abort', () => {
    element.toggleAttribute('open', false)
    void loading?.then((panel) => panel.remove())
    launcher?.remove()
  })
  return { open: () => void open(), close, toggle: () => toggle() }
}

/** Says, where the launcher is, that nothing came, and where the form is. */
const leaveNote = ({ root, leaveLink }: Guest, side: string) => {
  root.querySelector('.tip')?.remove()
  const note = document.createElement('div')
  note.className = 'tip'
  note.dataset['side'] = side
  root.append(note)
  leaveLink(note.attachShadow({ mode: 'open' }))
}

/** The opener of a form that a plain click hit; what another script has handled already is left alone. */
const openerIn = (event: MouseEvent, formId: string): HTMLElement | undefined =>
  event.defaultPrevented || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey
    ? undefined
    : event
        .composedPath()
        .find((at): at is HTMLElement => at instanceof HTMLElement && isOpenerOf(at, formId))

/** What has the focus, within whichever shadow roots. */
const focused = (): HTMLElement | undefined => {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement && active !== document.body ? active : undefined
}
