import { useEffect, useState } from 'preact/hooks'

interface NameFieldProps {
  label: string
  value: string
  /** What is wrong with a name, in words. */
  complain: (name: string) => string | undefined
  onRename: (name: string) => void
}

/** A name that others refer to: it takes effect when it is finished, and what they say follows. */
export const NameField = ({ label, value, complain, onRename }: NameFieldProps) => {
  const [typed, setTyped] = useState<string>()
  useEffect(() => setTyped(undefined), [value])
  const name = typed?.trim() ?? value
  const why = name === value ? undefined : complain(name)
  const finish = () => {
    if (name !== value && why === undefined) onRename(name)
    else if (why === undefined) setTyped(undefined)
  }
  return (
    <>
      <input
        class="ui-input name-field"
        aria-label={label}
        aria-invalid={why !== undefined}
        autocomplete="off"
        spellcheck={false}
        maxLength={100}
        value={typed ?? value}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish()
          if (event.key === 'Escape') setTyped(undefined)
        }}
      />
      {why === undefined ? null : (
        <p class="name-complaint" role="alert">
          {why}
        </p>
      )}
    </>
  )
}
