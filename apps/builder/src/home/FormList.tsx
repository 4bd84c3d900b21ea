import { Button, EmptyState, ErrorState, LinkButton, Skeleton } from '@bantam/ui'
import { useInfiniteQuery } from '@tanstack/preact-query'
import { FileUp, MessagesSquare, Plus } from 'lucide-preact'
import { client } from '../client.ts'
import { queries } from '../queries.ts'
import { FormTable } from './FormTable.tsx'
import { Frame } from './Frame.tsx'
import { usePageTitle } from '../page-title.ts'

/** The ways to a new form: in the head of the list, and where the list is empty. */
const NewForm = () => (
  <div class="forms-new">
    <LinkButton href="/forms/import" icon={<FileUp aria-hidden="true" />}>
      Import
    </LinkButton>
    <LinkButton tone="primary" href="/forms/new" icon={<Plus aria-hidden="true" />}>
      New form
    </LinkButton>
  </div>
)

export const FormList = () => {
  usePageTitle('Forms')
  const forms = useInfiniteQuery({
    ...queries.forms,
    queryFn: ({ pageParam }) => client.forms(pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const items = forms.data?.pages.flatMap((page) => page.items)
  return (
    <Frame>
      <div class="forms-page">
        <header class="forms-head">
          <h1>Forms</h1>
          {items && items.length > 0 ? <NewForm /> : null}
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
            text="Begin with a template: a demo request, a webinar, a method such as BANT. Every word of it can be changed, and nobody sees it before you publish."
            action={<NewForm />}
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
