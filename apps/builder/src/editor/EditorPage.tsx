import { ErrorState, LinkButton, Skeleton } from '@bantam/ui'
import { useQuery } from '@tanstack/preact-query'
import { useRoute } from 'preact-iso'
import { Refusal } from '../client.ts'
import { queries } from '../queries.ts'
import { Workbench } from './Workbench.tsx'

/** One form under the pen. It is read once: from then on the editor knows best, and the revision guards it. */
export const EditorPage = () => {
  const id = useRoute().params.id ?? ''
  const detail = useQuery({
    ...queries.form(id),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (detail.isPending) {
    return (
      <main class="app-waiting">
        <Skeleton rows={8} label="Loading the form" />
      </main>
    )
  }
  if (detail.error) {
    const isMissing = detail.error instanceof Refusal && detail.error.status === 404
    return (
      <main class="app-centre">
        <div>
          <h1 class="ui-unseen">Form</h1>
          <ErrorState
            title={isMissing ? 'There is no such form' : 'The form could not be opened'}
            text={
              isMissing
                ? 'It may have been removed, or it belongs to another workspace.'
                : detail.error.message
            }
            onRetry={isMissing ? undefined : () => void detail.refetch()}
          />
          <p class="app-way-back">
            <LinkButton href="/">All forms</LinkButton>
          </p>
        </div>
      </main>
    )
  }
  return <Workbench key={id} detail={detail.data} />
}
