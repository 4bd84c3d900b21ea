import css from './trap.css?inline'

/**
 * Puts a field beside a form that people neither see, hear of nor reach, and that programs fill in like any other.
 * The name means nothing to browsers that complete addresses. Returns how to read it.
 */
export const setTrap = (root: ShadowRoot, signal: AbortSignal): (() => string) => {
  const field = document.createElement('input')
  Object.assign(field, { name: 'subject', type: 'text', tabIndex: -1, autocomplete: 'off' })
  const label = document.createElement('label')
  label.append('Subject', field)
  label.className = 'more'
  label.ariaHidden = 'true'
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  root.append(label)
  signal.addEventListener('abort', () => {
    label.remove()
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet)
  })
  return () => field.value
}
