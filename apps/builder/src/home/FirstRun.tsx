import { Button } from '@bantam/ui'
import { ArrowRight } from 'lucide-preact'
import { client } from '../client.ts'
import { CreateOwner } from './CreateOwner.tsx'
import { setUpToken } from './set-up-token.ts'
import { formError, useEntry } from './use-entry.ts'

/** An installation that nobody has made their own: two ways in, and nothing else to decide. */
export const FirstRun = () => {
  const demo = useEntry(() => client.openDemo(setUpToken()))
  const trouble = formError(demo.error)
  return (
    <div class="first-run">
      <div class="first-run-words">
        <h1>Welcome to Bantam</h1>
        <p>
          Forms that ask the right few questions, score every answer the moment it arrives, and say
          who should call. No workspace here is your own yet: choose how to begin.
        </p>
      </div>
      <section class="first-run-way" aria-labelledby="way-own">
        <h2 id="way-own">Create the owner account</h2>
        <p>Your own workspace, for marketing and sales.</p>
        <CreateOwner />
      </section>
      <section class="first-run-way" aria-labelledby="way-demo" data-tone="second">
        <h2 id="way-demo">Look around first</h2>
        <p>A made-up company with everything filled in. It stays apart from your own work.</p>
        <ul class="first-run-list">
          <li>Two published forms, with branches and endings</li>
          <li>A written scoring model and routing to two teams</li>
          <li>300 leads with history, waiting in the inbox</li>
        </ul>
        {trouble ? (
          <p class="form-trouble" role="alert">
            {trouble}
          </p>
        ) : null}
        <Button
          icon={<ArrowRight aria-hidden="true" />}
          isBusy={demo.isPending}
          onClick={() => demo.mutate(undefined)}
        >
          {demo.isPending ? 'Filling the workspace…' : 'Open the demo workspace'}
        </Button>
      </section>
    </div>
  )
}
