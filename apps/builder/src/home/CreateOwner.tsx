import { Button, TextField } from '@bantam/ui'
import { useState } from 'preact/hooks'
import { client } from '../client.ts'
import { ownerComplaints, shortestPassword } from './owner.ts'
import { setUpToken } from './set-up-token.ts'
import { fieldError, formError, useEntry } from './use-entry.ts'

const fields = [
  { name: 'workspace', label: 'Company', autocomplete: 'organization', type: 'text' },
  { name: 'name', label: 'Your name', autocomplete: 'name', type: 'text' },
  { name: 'email', label: 'Work email', autocomplete: 'email', type: 'email' },
  {
    name: 'password',
    label: 'Password',
    autocomplete: 'new-password',
    type: 'password',
    help: `At least ${shortestPassword} characters. A few words are better than a few signs.`,
  },
] as const

export const CreateOwner = () => {
  const [owner, setOwner] = useState({ workspace: '', name: '', email: '', password: '' })
  const [isTried, setTried] = useState(false)
  const entry = useEntry(client.createOwner)
  const complaints = isTried ? ownerComplaints(owner) : {}
  const trouble = formError(entry.error)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(ownerComplaints(owner)).length > 0) return
    entry.mutate({ ...owner, token: setUpToken() })
  }
  return (
    <form class="stack" noValidate onSubmit={submit}>
      {fields.map(({ name, ...field }) => (
        <TextField
          key={name}
          {...field}
          name={name}
          value={owner[name]}
          error={complaints[name] ?? fieldError(entry.error, name)}
          onValue={(value) => setOwner((before) => ({ ...before, [name]: value }))}
        />
      ))}
      {trouble ? (
        <p class="form-trouble" role="alert">
          {trouble}
        </p>
      ) : null}
      <Button type="submit" tone="primary" isBusy={entry.isPending}>
        Create the account
      </Button>
    </form>
  )
}
