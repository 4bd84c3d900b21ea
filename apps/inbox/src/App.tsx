import { ErrorState, Skeleton } from '@bantam/ui'
import {
  QueryCache,
  QueryClient,
  QueryClientProvider,
  useQuery,
  useQueryClient,
} from '@tanstack/preact-query'
import { LocationProvider } from 'preact-iso'
import { useRef } from 'preact/hooks'
import { fetchSession, type Session } from './client.ts'
import { Inbox } from './Inbox.tsx'
import { RequestFailed, Unreachable } from './request.ts'
import { SignIn } from './session/SignIn.tsx'

/** The cache of everything the server said. A session that ends while the page is open closes the door for all of it. */
export const createQueries = (): QueryClient => {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        retry: (count, error) => error instanceof Unreachable && count < 2,
      },
    },
    queryCache: new QueryCache({
      onError: (error) => {
        if (isSignedOut(error)) queries.setQueryData<Session | null>(['session'], null)
      },
    }),
  })
  return queries
}

export const App = ({ queries }: { queries: QueryClient }) => (
  <QueryClientProvider client={queries}>
    <LocationProvider scope="/inbox">
      <Door />
    </LocationProvider>
  </QueryClientProvider>
)

/** Who is not signed in signs in here and stays at the address they came for. */
const Door = () => {
  const client = useQueryClient()
  /** Whose session has ended by itself. */
  const last = useRef<Session | undefined>(undefined)
  const { data, error, refetch } = useQuery({
    queryKey: ['session'],
    queryFn: (): Promise<Session | null> =>
      fetchSession().catch((failure: unknown) => {
        if (isSignedOut(failure)) return null
        throw failure
      }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data === undefined && error !== null) {
    return (
      <ErrorState
        title="Bantam cannot be reached"
        text={error.message}
        onRetry={() => void refetch()}
      />
    )
  }
  if (data === undefined) return <Skeleton rows={8} label="Opening the inbox" />
  if (data === null)
    return (
      <SignIn
        last={last.current}
        onSignedIn={(session) => client.setQueryData<Session | null>(['session'], session)}
      />
    )
  last.current = data
  return (
    <Inbox
      session={data}
      onSignedOut={({ isByChoice }) => {
        if (isByChoice) last.current = undefined
        client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
        client.setQueryData<Session | null>(['session'], null)
      }}
    />
  )
}

const isSignedOut = (error: unknown) => error instanceof RequestFailed && error.status === 401
