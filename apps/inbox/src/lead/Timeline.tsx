import { ErrorState, Panel, Skeleton } from '@bantam/ui'
import { useQuery } from '@tanstack/preact-query'
import { fetchTimeline, type Lead } from '../client.ts'
import { timeWords } from '../when.ts'
import { Separate } from './Separate.tsx'

/** What happened, newest first. */
export const Timeline = ({ lead }: { lead: Lead }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['lead', lead.id, 'timeline'],
    queryFn: () => fetchTimeline(lead.id),
  })
  return (
    <Panel title="Timeline">
      {data === undefined && error === null ? (
        <Skeleton rows={3} label="Loading the timeline" />
      ) : null}
      {data === undefined && error !== null ? (
        <ErrorState
          title="The timeline could not be loaded"
          text={error.message}
          onRetry={() => void refetch()}
        />
      ) : null}
      {data?.items.length === 0 ? <p class="ui-quietly">Nothing has happened yet.</p> : null}
      {data === undefined || data.items.length === 0 ? null : (
        <ol class="timeline">
          {data.items.map((entry) => (
            <li key={entry.at + entry.kind + entry.title} data-kind={entry.kind}>
              <b dir="auto">{entry.title}</b>
              <time dateTime={entry.at}>{timeWords(entry.at)}</time>
              {entry.detail === undefined ? null : <p dir="auto">{entry.detail}</p>}
              {entry.submissionId === undefined || lead.submissions < 2 ? null : (
                <Separate lead={lead} submissionId={entry.submissionId} />
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
