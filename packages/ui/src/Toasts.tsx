import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { X } from 'lucide-preact'
import { Button, IconButton } from './Button.tsx'
import { Kbd } from './Kbd.tsx'

export interface Toast {
  text: string
  tone?: 'neutral' | 'danger' | undefined
  /** Offered until the toast goes, such as Undo. */
  action?: { label: string; shortcut?: string | undefined; run: () => void } | undefined
  /** How long it stays, in seconds; 6 unless said. */
  seconds?: number | undefined
}

interface ShownToast extends Toast {
  id: number
}

const shown = signal<readonly ShownToast[]>([])
let lastId = 0

/** Shows a short message over the page; at most three at a time, the oldest gives way. Returns what takes it back. */
export const showToast = (toast: Toast): (() => void) => {
  lastId += 1
  const id = lastId
  shown.value = [...shown.value, { ...toast, id }].slice(-3)
  return () => dismiss(id)
}

const dismiss = (id: number) => {
  shown.value = shown.value.filter((toast) => toast.id !== id)
}

/** Where toasts appear; render it once. Screen readers hear each one without losing their place. */
export const ToastRegion = () => (
  <div class="ui-toasts" role="status" aria-live="polite">
    {shown.value.map((toast) => (
      <ToastCard key={toast.id} toast={toast} />
    ))}
  </div>
)

const ToastCard = ({ toast }: { toast: ShownToast }) => {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(toast.id), (toast.seconds ?? 6) * 1000)
    return () => clearTimeout(timer)
  }, [toast])
  const { action } = toast
  return (
    <div class="ui-toast" data-tone={toast.tone ?? 'neutral'}>
      <p>{toast.text}</p>
      {action === undefined ? null : (
        <Button
          size="small"
          tone="quiet"
          onClick={() => {
            dismiss(toast.id)
            action.run()
          }}
        >
          {action.label}
          {action.shortcut === undefined ? null : <Kbd>{action.shortcut}</Kbd>}
        </Button>
      )}
      <IconButton
        label="Dismiss"
        size="small"
        icon={<X aria-hidden="true" />}
        onClick={() => dismiss(toast.id)}
      />
    </div>
  )
}
