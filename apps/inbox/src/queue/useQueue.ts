import { useEffect, useMemo, useState } from 'preact/hooks'
import { pending } from '../actions/outbox.ts'
import { withPending } from '../actions/pending.ts'
import type { Session } from '../client.ts'
import { useLeads } from './leads.ts'
import { itemsOf } from './rank.ts'
import type { View } from './views.ts'

/** Beyond so many loaded leads the headline says "200+" instead of asking for more. */
const countedAtMost = 200

/** The leads of a view as this person sees them: the server's, with what was done here and is not confirmed yet. */
export const useQueue = ({
  view,
  search,
  user,
}: {
  view: View
  search: string
  user: Session['user']
}) => {
  const list = useLeads(view.id, useSettled(search.trim()))
  const actions = pending.value
  const leads = useMemo(
    () =>
      itemsOf(list.data?.pages ?? [])
        .map((lead) => withPending(lead, { actions, user }))
        .filter((lead) => view.holds(lead, user.id)),
    [list.data, actions, view, user],
  )
  // How many wait is known once the sales lane has ended: it ranks first, so this is a page or two.
  const isCounting =
    view.id === 'open' &&
    leads.length > 0 &&
    leads.length < countedAtMost &&
    leads.every((lead) => lead.lane === 'sales')
  useEffect(() => {
    if (isCounting && list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  }, [isCounting, list.hasNextPage, list.isFetchingNextPage])
  return {
    leads,
    counts: list.data?.pages[0]?.counts,
    state: {
      isLoading: list.isPending,
      isLoadingMore: list.isFetchingNextPage,
      hasMore: list.hasNextPage,
      error: list.error,
    },
    more: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
  }
}

/** The value once it has rested for a fifth of a second: one request per word, not per letter. */
const useSettled = (value: string): string => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : 200)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
