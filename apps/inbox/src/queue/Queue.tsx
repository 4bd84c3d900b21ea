import { Button, EmptyState, ErrorState, SearchField, Skeleton, Tabs, useClock } from '@bantam/ui'
import { Inbox as InboxIcon, SearchX } from 'lucide-preact'
import type { Ref } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Counts, LeadItem } from '../client.ts'
import { unseen } from '../live/arrivals.ts'
import { headline } from './headline.ts'
import { LeadRow } from './LeadRow.tsx'
import { views, type View, type ViewId } from './views.ts'

export interface QueueProps {
  view: View
  leads: readonly LeadItem[]
  counts: Counts | undefined
  search: string
  searchRef: Ref<HTMLInputElement>
  currentId: string | undefined
  state: { isLoading: boolean; isLoadingMore: boolean; hasMore: boolean; error: Error | null }
  hrefOf: (leadId: string) => string
  onView: (id: ViewId) => void
  onSearch: (search: string) => void
  more: () => void
  retry: () => void
}

export const Queue = (props: QueueProps) => {
  const { view, counts, search, searchRef, onView, onSearch } = props
  return (
    <section class="queue" aria-label="Leads">
      <header class="queue-head">
        <h1>Inbox</h1>
        <Headline {...props} />
        <SearchField
          label="Search name, email, company"
          value={search}
          onValue={onSearch}
          shortcut="/"
          inputRef={searchRef}
        />
        <Tabs
          label="Which leads"
          items={views.map(({ id, label, count }) => ({
            id,
            label,
            count: counts === undefined ? undefined : count(counts),
          }))}
          current={view.id}
          onSelect={onView}
        />
      </header>
      <div class="queue-scroll">
        <QueueBody {...props} />
      </div>
    </section>
  )
}

const Headline = ({ leads, state, view, search }: QueueProps) => {
  const { everyQuarterMinute } = useClock()
  if (leads.length === 0 || view.id !== 'open' || search !== '') return null
  const isWhole = !state.hasMore || leads.some((lead) => lead.lane !== 'sales')
  return <p class="queue-headline">{headline(leads, { now: everyQuarterMinute.value, isWhole })}</p>
}

const QueueBody = ({
  view,
  leads,
  search,
  currentId,
  state,
  hrefOf,
  more,
  retry,
  onSearch,
}: QueueProps) => {
  if (state.isLoading) return <Skeleton rows={8} label="Loading leads" />
  if (state.error !== null && leads.length === 0)
    return (
      <ErrorState
        title="The leads could not be loaded"
        text={state.error.message}
        onRetry={retry}
      />
    )
  if (leads.length === 0 && search !== '') {
    return (
      <EmptyState
        icon={<SearchX aria-hidden="true" />}
        title={`Nothing matches “${search}”`}
        text={`Among ${view.label.toLowerCase()} leads. Names, emails and companies are searched.`}
        action={<Button onClick={() => onSearch('')}>Clear the search</Button>}
      />
    )
  }
  if (leads.length === 0)
    return (
      <EmptyState
        icon={<InboxIcon aria-hidden="true" />}
        title={view.empty.title}
        text={view.empty.text}
      />
    )
  return (
    <>
      <ol class="lead-list" aria-label={`${view.label} leads by rank`}>
        {leads.map((lead) => (
          <LeadRow
            key={lead.id}
            lead={lead}
            href={hrefOf(lead.id)}
            isCurrent={lead.id === currentId}
            isNew={unseen.value.has(lead.id)}
          />
        ))}
      </ol>
      {state.hasMore ? <More isLoading={state.isLoadingMore} onMore={more} /> : null}
    </>
  )
}

/** Asks for the next page before its end is reached; the button is for those who do not scroll. */
const More = ({ isLoading, onMore }: { isLoading: boolean; onMore: () => void }) => {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (element.current === null) return
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting === true && !isLoading && onMore(),
      { rootMargin: '600px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [isLoading, onMore])
  return (
    <div ref={element} class="lead-more">
      <Button tone="quiet" size="small" isBusy={isLoading} onClick={onMore}>
        {isLoading ? 'Loading more…' : 'Show more'}
      </Button>
    </div>
  )
}
