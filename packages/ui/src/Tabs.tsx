export interface TabsProps<I extends string> {
  label: string
  items: readonly { id: I; label: string; count?: number | undefined }[]
  current: I
  onSelect: (id: I) => void
}

/** One row of choices of which one holds; arrow keys move, as tabs do everywhere. */
export const Tabs = <I extends string>({ label, items, current, onSelect }: TabsProps<I>) => {
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl'
    const index = items.findIndex((item) => item.id === current)
    const next = items[(index + (isMirrored ? -step : step) + items.length) % items.length]
    if (next === undefined) return
    onSelect(next.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus()
  }
  return (
    <div class="ui-tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="tab"
          class="ui-tab"
          data-tab={item.id}
          aria-selected={item.id === current}
          tabIndex={item.id === current ? 0 : -1}
          onClick={() => onSelect(item.id)}
        >
          {item.label}
          {item.count === undefined ? null : <span>{item.count}</span>}
        </button>
      ))}
    </div>
  )
}

const steps: { readonly [key: string]: number } = { ArrowRight: 1, ArrowLeft: -1 }
