import { Button, LinkButton, Mark, TextField } from '@bantam/ui'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { waitingToSend } from '../actions/outbox.ts'
import { fetchSetup, signIn, type Session, type Setup } from '../client.ts'
import { RequestFailed } from '../request.ts'
import { roles } from '../words.ts'

interface SignInProps {
  /** Whose session has ended while the page was open. */
  last: Session | undefined
  onSignedIn: (session: Session) => void
}

export const SignIn = ({ last, onSignedIn }: SignInProps) => {
  const [email, setEmail] = useState(last?.user.email ?? '')
  const [password, setPassword] = useState('')
  const setup = useQuery({ queryKey: ['setup'], queryFn: fetchSetup })
  const attempt = useMutation({ mutationFn: signIn, onSuccess: onSignedIn })
  return (
    <main class="sign-in">
      <div class="sign-in-frame">
        <header>
          <Mark size={36} />
          <h1>Sign in to your inbox</h1>
        </header>
        {last === undefined ? null : (
          <p class="sign-in-note" role="status">
            {endedWords(waitingToSend.value)}
          </p>
        )}
        {setup.data?.isOpen === true ? <NobodyYet hasDemo={setup.data.hasDemo} /> : null}
        <form
          onSubmit={(event) => {
            event.preventDefault()
            attempt.mutate({ email, password })
          }}
        >
          <TextField
            label="Work email"
            type="email"
            name="email"
            autocomplete="username"
            required
            value={email}
            onValue={setEmail}
          />
          <TextField
            label="Password"
            type="password"
            name="password"
            autocomplete="current-password"
            required
            value={password}
            onValue={setPassword}
            error={attempt.error === null ? undefined : refusalWords(attempt.error)}
          />
          <Button type="submit" tone="primary" isBusy={attempt.isPending}>
            {attempt.isPending ? 'Signing in…' : 'Sign in'}
          </Button>
        </form>
        <DemoUsers
          users={setup.data?.demoUsers ?? []}
          onChoose={(user) => {
            setEmail(user.email)
            setPassword(user.password)
          }}
        />
      </div>
    </main>
  )
}

const NobodyYet = ({ hasDemo }: { hasDemo: boolean }) => (
  <p class="sign-in-note">
    {hasDemo ? 'So far only the demo has people.' : 'Nobody has an account here yet.'}
    <LinkButton size="small" href="/?setup">
      Set up Bantam
    </LinkButton>
  </p>
)

type DemoUser = NonNullable<Setup['demoUsers']>[number]

const DemoUsers = ({
  users,
  onChoose,
}: {
  users: readonly DemoUser[]
  onChoose: (user: DemoUser) => void
}) =>
  users.length === 0 ? null : (
    <section class="sign-in-demo" aria-labelledby="demo-users">
      <h2 id="demo-users">Demo workspace</h2>
      <p>Choose who to be; email and password are filled in.</p>
      <ul>
        {users.map((user) => (
          <li key={user.email}>
            <button type="button" onClick={() => onChoose(user)}>
              <b>{roles[user.role]}</b>
              <span>{user.email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )

/** What was done and not sent is kept for whoever did it. */
const endedWords = (waiting: number): string => {
  const kept =
    waiting === 0
      ? ''
      : ` ${waiting === 1 ? 'One thing' : `${waiting} things`} you did will be sent then.`
  return `Your session has ended. Sign in again to go on.${kept}`
}

const refusalWords = (error: Error): string =>
  error instanceof RequestFailed && error.status === 401
    ? 'Email and password do not belong together. Check both and try again.'
    : error.message
