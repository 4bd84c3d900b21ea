import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

export interface MenuItem {
  id: string
  label: string
  icon?: ComponentChildren
  run: () => void
}

export interface MenuProps {
  /** Said by screen readers and shown on hover. */
  label: string
  trigger: ComponentChildren
  /** Lines above the items that are no choices, such as who is signed in. */
  head?: ComponentChildren
  items: readonly MenuItem[]
  /** Which way it opens from the trigger. */
  placement?: 'below-start' | 'below-end' | 'above-start' | 'above-end' | undefined
}

/** A native disclosure that closes on a choice, on Escape and on a click elsewhere; arrow keys move. */
export const Menu = ({ label, trigger, head, items, placement = 'below-end' }: MenuProps) => {
  const element = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const closeElsewhere = (event: Event) => {
      const details = element.current
      if (details?.open === true && event.target instanceof Node && !details.contains(event.target))
        details.open = false
    }
    document.addEventListener('pointerdown', closeElsewhere)
    document.addEventListener('focusin', closeElsewhere)
    return () => {
      document.removeEventListener('pointerdown', closeElsewhere)
      document.removeEventListener('focusin', closeElsewhere)
    }
  }, [])
  const close = () => {
    if (element.current === null) return
    element.current.open = false
    element.current.querySelector('summary')?.focus()
  }
  return (
    <details
      ref={element}
      class="ui-menu"
      onKeyDown={(event) => moveInMenu(event, { menu: element.current, close })}
    >
      <summary class="ui-menu-trigger" aria-label={label} title={label}>
        {trigger}
      </summary>
      <div class="ui-menu-list" data-placement={placement}>
        {head === undefined ? null : <div class="ui-menu-head">{head}</div>}
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            class="ui-menu-item"
            onClick={() => {
              close()
              item.run()
            }}
          >
            {item.icon}
            {item.label}
          </button>
        ))}
      </div>
    </details>
  )
}

const moveInMenu = (
  event: KeyboardEvent,
  { menu, close }: { menu: HTMLDetailsElement | null; close: () => void },
) => {
  if (menu === null || !menu.open) return
  if (event.key === 'Escape') {
    event.stopPropagation()
    close()
    return
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const buttons = [...menu.querySelectorAll<HTMLElement>('.ui-menu-item')]
  const index = buttons.findIndex((button) => button === document.activeElement)
  buttons[(index + step + buttons.length) % buttons.length]?.focus()
}
