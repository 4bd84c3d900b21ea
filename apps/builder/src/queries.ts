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
  templates: { queryKey: ['templates'], queryFn: client.templates, staleTime: Infinity },
  template: (id: string) => ({
    queryKey: ['template', id],
    queryFn: () => client.template(id),
    staleTime: Infinity,
  }),
  models: { queryKey: ['models'], queryFn: client.models },
  versions: (id: string) => ({
    queryKey: ['versions', id],
    queryFn: () => client.versions(id),
  }),
  /** A version never changes; null where the server does not tell it. */
  version: (id: string, version: number) => ({
    queryKey: ['version', id, version],
    queryFn: async () => (await client.version(id, version)) ?? null,
    staleTime: Infinity,
  }),
  form: (id: string) => ({ queryKey: ['form', id], queryFn: () => client.form(id) }),
}
