import { Button } from '@bantam/ui'
import { useState } from 'preact/hooks'

interface NewNameProps {
  label: string
  placeholder: string
  complain: (name: string) => string | undefined
  onAdd: (name: string) => void
}

/** A line that adds what is named in it. */
export const NewName = ({ label, placeholder, complain, onAdd }: NewNameProps) => {
  const [typed, setTyped] = useState('')
  const [why, setWhy] = useState<string>()
  return (
    <form
      class="new-name"
      onSubmit={(event) => {
        event.preventDefault()
        const name = typed.trim()
        if (name === '') return
        const complaint = complain(name)
        setWhy(complaint)
        if (complaint !== undefined) return
        setTyped('')
        onAdd(name)
      }}
    >
      <input
        class="ui-input"
        aria-label={label}
        aria-invalid={why !== undefined}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        maxLength={100}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setWhy(undefined)
        }}
      />
      <Button type="submit">Add</Button>
      {why === undefined ? null : (
        <p class="name-complaint" role="alert">
          {why}
        </p>
      )}
    </form>
  )
}
