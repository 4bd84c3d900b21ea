import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { type Session, Refusal } from '../client.ts'
import { queries } from '../queries.ts'

/** A way in: runs it, and on success shows the app to whoever is now signed in. */
export const useEntry = <Input>(enter: (input: Input) => Promise<Session>) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: enter,
    onSuccess: (session) => queryClient.setQueryData(queries.session.queryKey, session),
  })
}

/** The server's words for one field of a refused form. */
export const fieldError = (error: Error | null, path: string): string | undefined =>
  error instanceof Refusal ? error.errors.find((each) => each.path === path)?.message : undefined

/** What to say above the form: nothing when each field says its own. */
export const formError = (error: Error | null): string | undefined =>
  !error || (error instanceof Refusal && error.errors.length > 0) ? undefined : error.message
