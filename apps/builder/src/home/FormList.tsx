import { Button, EmptyState, ErrorState, showToast, Skeleton } from '@bantam/ui'
import { useInfiniteQuery, useMutation } from '@tanstack/preact-query'
import { MessagesSquare, Plus } from 'lucide-preact'
import { useLocation } from 'preact-iso'
import { client } from '../client.ts'
import { queries } from '../queries.ts'
import { FormTable } from './FormTable.tsx'
import { Frame } from './Frame.tsx'
import { starterForm } from './starter.ts'
import { usePageTitle } from '../page-title.ts'

export const FormList = () => {
  usePageTitle('Forms')
  const { route } = useLocation()
  const forms = useInfiniteQuery({
    ...queries.forms,
    queryFn: ({ pageParam }) => client.forms(pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const creation = useMutation({
    mutationFn: () => client.createForm(starterForm()),
    onSuccess: ({ id }) => route(`/forms/${id}`),
    onError: (error) => showToast({ tone: 'danger', text: error.message }),
  })
  const items = forms.data?.pages.flatMap((page) => page.items)
  const create = (
    <Button
      tone="primary"
      icon={<Plus aria-hidden="true" />}
      isBusy={creation.isPending}
      onClick={() => creation.mutate()}
    >
      Create a form
    </Button>
  )
  return (
    <Frame>
      <div class="forms-page">
        <header class="forms-head">
          <h1>Forms</h1>
          {items && items.length > 0 ? create : null}
        </header>
        {forms.isPending ? <Skeleton rows={5} label="Loading forms" /> : null}
        {forms.error && !items ? (
          <ErrorState
            title="The forms could not be loaded"
            text={forms.error.message}
            onRetry={() => void forms.refetch()}
          />
        ) : null}
        {items?.length === 0 ? (
          <EmptyState
            icon={<MessagesSquare aria-hidden="true" />}
            title="No forms yet"
            text="Begin with a short conversation about budget, authority, need and timeline. Every word of it can be changed, and nobody sees it before you publish."
            action={create}
          />
        ) : null}
        {items && items.length > 0 ? <FormTable forms={items} /> : null}
        {forms.hasNextPage ? (
          <Button isBusy={forms.isFetchingNextPage} onClick={() => void forms.fetchNextPage()}>
            Show older forms
          </Button>
        ) : null}
      </div>
    </Frame>
  )
}
