import { Avatar, Button, TextField } from '@bantam/ui'
import { useState } from 'preact/hooks'
import { client, type Setup } from '../client.ts'
import { CreateOwner } from './CreateOwner.tsx'
import { roleNames } from './roles.ts'
import { fieldError, formError, useEntry } from './use-entry.ts'

type DemoUsers = NonNullable<Setup['demoUsers']>

interface SignInProps {
  demoUsers: DemoUsers
  /** Nobody but the demo is here yet: the first real workspace can be made. */
  canSetUp?: boolean
}

export const SignIn = ({ demoUsers, canSetUp = false }: SignInProps) => {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const entry = useEntry(client.signIn)
  const trouble = formError(entry.error)
  return (
    <div class="sign-in">
      <h1>Sign in</h1>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          entry.mutate({ email: email.trim(), password })
        }}
      >
        <TextField
          label="Work email"
          name="email"
          type="email"
          autocomplete="username"
          value={email}
          onValue={setEmail}
          error={fieldError(entry.error, 'email')}
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autocomplete="current-password"
          value={password}
          onValue={setPassword}
          error={fieldError(entry.error, 'password')}
        />
        {trouble ? (
          <p class="form-trouble" role="alert">
            {trouble}
          </p>
        ) : null}
        <Button
          type="submit"
          tone="primary"
          isBusy={entry.isPending}
          disabled={email === '' || password === ''}
        >
          Sign in
        </Button>
      </form>
      {demoUsers.length > 0 ? (
        <DemoPeople users={demoUsers} onChoose={entry.mutate} isBusy={entry.isPending} />
      ) : null}
      {canSetUp ? (
        <details class="own-workspace">
          <summary>Create your own workspace</summary>
          <CreateOwner />
        </details>
      ) : null}
    </div>
  )
}

interface DemoPeopleProps {
  users: DemoUsers
  onChoose: (user: { email: string; password: string }) => void
  isBusy: boolean
}

/** In a demo workspace nobody has a secret: one click per role. */
const DemoPeople = ({ users, onChoose, isBusy }: DemoPeopleProps) => (
  <section class="demo-people" aria-labelledby="demo-people">
    <h2 id="demo-people">Or enter the demo workspace as</h2>
    <ul>
      {users.map(({ email, password, role }) => (
        <li key={email}>
          <button type="button" disabled={isBusy} onClick={() => onChoose({ email, password })}>
            <Avatar name={roleNames[role]} />
            <span>
              <b>{roleNames[role]}</b>
              <small>{email}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  </section>
)
