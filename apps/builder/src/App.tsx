import { ErrorState, ToastRegion } from '@bantam/ui'
import { QueryClientProvider, useQuery } from '@tanstack/preact-query'
import { ErrorBoundary, lazy, LocationProvider, Route, Router } from 'preact-iso'
import { useState } from 'preact/hooks'
import { Refusal } from './client.ts'
import { BrokenPage } from './home/BrokenPage.tsx'
import { Entrance } from './home/Entrance.tsx'
import { FormList } from './home/FormList.tsx'
import { NotFound } from './home/NotFound.tsx'
import { createQueryClient, queries } from './queries.ts'
import { SessionContext } from './session.ts'

const EditorPage = lazy(() =>
  import('./editor/EditorPage.tsx').then(
    (module) => module.EditorPage,
    () => BrokenPage,
  ),
)
const Gallery = lazy(() =>
  import('./gallery/Gallery.tsx').then(
    (module) => module.Gallery,
    () => BrokenPage,
  ),
)
const ImportPage = lazy(() =>
  import('./import/ImportPage.tsx').then(
    (module) => module.ImportPage,
    () => BrokenPage,
  ),
)
const queryClient = createQueryClient()

/** Other pages of this origin, such as the inbox, are other apps. */
const ours = /^\/(forms\/[^/]+\/?)?$/

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <LocationProvider scope={ours}>
      <Gate />
      <ToastRegion />
    </LocationProvider>
  </QueryClientProvider>
)

const Pages = () => {
  const [isBroken, setBroken] = useState(false)
  if (isBroken) return <BrokenPage />
  return (
    <ErrorBoundary onError={() => setBroken(true)}>
      <Router>
        <Route path="/" component={FormList} />
        <Route path="/forms/new" component={Gallery} />
        <Route path="/forms/import" component={ImportPage} />
        <Route path="/forms/:id" component={EditorPage} />
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  )
}

/** Who is not signed in meets the entrance; a rep works in the inbox. */
const Gate = () => {
  const session = useQuery(queries.session)
  if (session.isPending) return <div class="app-waiting" role="status" aria-label="Loading" />
  if (session.error instanceof Refusal && session.error.status === 401) return <Entrance />
  if (session.error) {
    return (
      <main class="app-centre">
        <ErrorState
          title="Bantam cannot be opened"
          text={session.error.message}
          onRetry={() => void session.refetch()}
        />
      </main>
    )
  }
  if (session.data.role === 'rep') {
    location.replace('/inbox/')
    return null
  }
  return (
    <SessionContext.Provider value={session.data}>
      <Pages />
    </SessionContext.Provider>
  )
}
