import { effect } from '@preact/signals'
import { useQueryClient, type InfiniteData } from '@tanstack/preact-query'
import { useEffect } from 'preact/hooks'
import { fetchLeads, type LeadPage, type Session } from '../client.ts'
import { keepLead } from '../queue/leads.ts'
import { arrive, titleWords, unseen } from './arrivals.ts'
import { follow } from './live.ts'

const countsDelay = 1500

/** Keeps every loaded list as the server's, announces what is new, and counts it in the tab's title. */
export const useLiveLeads = (session: Session) => {
  const queries = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refreshCounts = () => {
      timer = undefined
      void fetchLeads({ limit: '1' }).then(
        ({ counts }) =>
          queries.setQueriesData<InfiniteData<LeadPage>>({ queryKey: ['leads'] }, (data) =>
            data === undefined
              ? data
              : { ...data, pages: data.pages.map((page) => ({ ...page, counts })) },
          ),
        () => undefined,
      )
    }
    const stop = follow({
      onEvent: ({ type, lead }) => {
        keepLead(queries, { lead, userId: session.user.id })
        if (type === 'lead.routed') arrive(lead)
        timer ??= setTimeout(refreshCounts, countsDelay)
      },
      onGap: () => void queries.invalidateQueries(),
    })
    const stopTitle = effect(() => {
      document.title = titleWords(unseen.value.size)
    })
    return () => {
      clearTimeout(timer)
      stop()
      stopTitle()
    }
  }, [queries, session.user.id])
}
