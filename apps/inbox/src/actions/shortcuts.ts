import { useEffect, useRef } from 'preact/hooks'
import { tinykeys } from 'tinykeys'

export type Shortcuts = { readonly [key: string]: (event: KeyboardEvent) => void }

/** Keys of the whole page. They rest while somebody types or answers a dialog. */
export const useShortcuts = (shortcuts: Shortcuts) => {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const keys = Object.keys(shortcuts).join(' ')
  useEffect(() => {
    const bindings = keys.split(' ').map(
      (key) =>
        [
          key,
          (event: KeyboardEvent) => {
            if (isTaken(event)) return
            event.preventDefault()
            latest.current[key]?.(event)
          },
        ] as const,
    )
    return tinykeys(window, Object.fromEntries(bindings))
  }, [keys])
}

const isTaken = ({ target, key }: KeyboardEvent): boolean => {
  if (document.querySelector('dialog[open]') !== null) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('input, textarea, select, [contenteditable]') !== null) return true
  return key === 'Enter' && target.closest('a, button, summary') !== null
}
