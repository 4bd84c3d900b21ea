import type { Ref } from 'preact'
import { Search } from 'lucide-preact'
import { Kbd } from './Kbd.tsx'

export interface SearchFieldProps {
  label: string
  value: string
  onValue: (value: string) => void
  /** Shown at the end while the field has no focus. */
  shortcut?: string | undefined
  inputRef?: Ref<HTMLInputElement> | undefined
}

export const SearchField = ({ label, value, onValue, shortcut, inputRef }: SearchFieldProps) => (
  <div class="ui-search" role="search">
    <Search aria-hidden="true" />
    <input
      ref={inputRef ?? null}
      class="ui-input"
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        if (value !== '') onValue('')
        else event.currentTarget.blur()
      }}
    />
    {shortcut === undefined || value !== '' ? null : <Kbd>{shortcut}</Kbd>}
  </div>
)
