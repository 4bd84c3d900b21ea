import type { ComponentChildren } from 'preact'
import { X } from 'lucide-preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { IconButton } from './Button.tsx'

export interface DialogProps {
  title: string
  onClose: () => void
  children: ComponentChildren
  /** The buttons, main one last. */
  actions?: ComponentChildren
}

/** Modal while it is rendered: the native element keeps the focus inside and gives it back afterwards. */
export const Dialog = ({ title, onClose, children, actions }: DialogProps) => {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    // The browser would focus the closing cross: the first thing to answer is what the dialog is for.
    dialog?.querySelector<HTMLElement>('.ui-dialog-body :is(input, select, textarea)')?.focus()
    return () => {
      dialog?.close()
      // The element has left the page by now, so the browser no longer gives the focus back by itself.
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      class="ui-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose()
      }}
    >
      <div class="ui-dialog-frame">
        <header class="ui-dialog-head">
          <h2 id={titleId}>{title}</h2>
          <IconButton
            label="Close"
            size="small"
            icon={<X aria-hidden="true" />}
            onClick={onClose}
          />
        </header>
        <div class="ui-dialog-body">{children}</div>
        {actions === undefined ? null : <footer class="ui-dialog-actions">{actions}</footer>}
      </div>
    </dialog>
  )
}
