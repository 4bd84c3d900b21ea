import { ErrorState, Mark, ThemeToggle } from '@bantam/ui'
import { useQuery } from '@tanstack/preact-query'
import type { Setup } from '../client.ts'
import { queries } from '../queries.ts'
import { FirstRun } from './FirstRun.tsx'
import { isSettingUp } from './set-up-token.ts'
import { SignIn } from './SignIn.tsx'

/** Before anybody is signed in: setting up an empty installation, or the door. */
export const Entrance = () => {
  const setup = useQuery(queries.setup)
  return (
    <div class="entrance">
      <header class="entrance-head">
        <span class="entrance-brand">
          <Mark size={24} /> Bantam
        </span>
        <ThemeToggle />
      </header>
      <main class="entrance-main">
        {setup.isPending ? <div role="status" aria-label="Loading" /> : null}
        {setup.error ? (
          <ErrorState
            title="Bantam cannot be opened"
            text={setup.error.message}
            onRetry={() => void setup.refetch()}
          />
        ) : null}
        {setup.data ? <WayIn {...setup.data} /> : null}
      </main>
    </div>
  )
}

/** The set-up link leads to setting up, also where the demo is open already. */
const WayIn = ({ isOpen, hasDemo, demoUsers }: Setup) =>
  isOpen && (!hasDemo || isSettingUp()) ? (
    <FirstRun />
  ) : (
    <SignIn demoUsers={demoUsers ?? []} canSetUp={isOpen} />
  )
