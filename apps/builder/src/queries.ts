import { QueryClient } from '@tanstack/preact-query'
import { client, Unreachable } from './client.ts'

/** A refusal stays a refusal; only a lost connection is worth trying again unasked. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => error instanceof Unreachable && failures < 2,
        staleTime: 10_000,
      },
    },
  })

export const queries = {
  session: { queryKey: ['session'], queryFn: client.session, staleTime: 60_000 },
  setup: { queryKey: ['setup'], queryFn: client.setup },
  forms: { queryKey: ['forms'] },
  form: (id: string) => ({ queryKey: ['form', id], queryFn: () => client.form(id) }),
}
