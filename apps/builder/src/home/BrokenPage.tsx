import { ErrorState } from '@bantam/ui'

/** When a page's code cannot be loaded or fails: mostly because a newer version was put in its place. */
export const BrokenPage = () => (
  <main class="app-centre">
    <ErrorState
      title="This page could not be shown"
      text="Bantam may have been updated since you opened it. Loading it again usually helps; everything saved is safe."
      onRetry={() => location.reload()}
    />
  </main>
)
