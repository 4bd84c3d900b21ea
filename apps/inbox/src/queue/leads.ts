import { useInfiniteQuery, type InfiniteData, type QueryClient } from '@tanstack/preact-query'
import { fetchLeads, type LeadItem, type LeadPage } from '../client.ts'
import { placeLead } from './rank.ts'
import { matches, viewOf } from './views.ts'

const pageSize = '50'

/** The queue of one view, page by page in the server's rank. */
export const useLeads = (viewId: string, search: string) =>
  useInfiniteQuery({
    queryKey: ['leads', viewId, search],
    queryFn: ({ pageParam }) =>
      fetchLeads({
        sort: 'rank',
        limit: pageSize,
        ...viewOf(viewId).query,
        q: search,
        cursor: pageParam,
      }),
    initialPageParam: '',
    getNextPageParam: (page: LeadPage) => page.next ?? undefined,
    placeholderData: (previous, query) => (query?.queryKey[1] === viewId ? previous : undefined),
  })

/** Puts what the server just said of a lead into every list that is loaded, and into its own page. */
export const keepLead = (
  queries: QueryClient,
  { lead, userId }: { lead: LeadItem; userId: string },
) => {
  for (const [key] of queries.getQueriesData<InfiniteData<LeadPage>>({ queryKey: ['leads'] })) {
    const [, viewId, search] = key
    const belongs =
      viewOf(String(viewId)).holds(lead, userId) && matches(lead, String(search ?? ''))
    queries.setQueryData<InfiniteData<LeadPage>>(key, (data) =>
      data === undefined ? data : { ...data, pages: placeLead(data.pages, { lead, belongs }) },
    )
  }
  void queries.invalidateQueries({ queryKey: ['lead', lead.id] })
}
