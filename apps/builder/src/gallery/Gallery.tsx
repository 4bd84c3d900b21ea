import { Button, ErrorState, SearchField, Skeleton } from '@bantam/ui'
import { useQuery } from '@tanstack/preact-query'
import { ChevronLeft } from 'lucide-preact'
import { useLocation } from 'preact-iso'
import { useRef, useState } from 'preact/hooks'
import { Frame } from '../home/Frame.tsx'
import { usePageTitle } from '../page-title.ts'
import { queries } from '../queries.ts'
import { findTemplates } from './find-templates.ts'
import { TemplateList } from './TemplateList.tsx'
import { TemplatePane } from './TemplatePane.tsx'
import { blank, useCreation } from './use-creation.ts'

/** Forms to begin with, the chosen one as a visitor meets it beside them. On a phone one after the other. */
export const Gallery = () => {
  usePageTitle('New form')
  const { query, route } = useLocation()
  const [search, setSearch] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const templates = useQuery(queries.templates)
  const creation = useCreation()
  const found = findTemplates(templates.data?.items ?? [], search)
  const named = query['template']
  const hasBlank = search.trim() === ''
  const ids = [...found.map(({ id }) => id), ...(hasBlank ? [blank] : [])]
  // What the search hides gives way to what it finds.
  const chosen = (ids.includes(named ?? '') ? named : ids[0]) ?? named ?? blank
  const template = templates.data?.items.find(({ id }) => id === chosen)

  const choose = (id: string) => {
    route(`/forms/new?template=${encodeURIComponent(id)}`, named !== undefined)
    scrollTo(0, 0)
  }
  return (
    <Frame>
      <div class="gallery" data-pane={named === undefined ? 'list' : 'template'}>
        <div class="gallery-choices">
          <header class="gallery-head">
            <h1>New form</h1>
            <a href="/">All forms</a>
          </header>
          <div
            role="presentation"
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return
              event.preventDefault()
              list.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus()
            }}
          >
            <SearchField label="Search templates" value={search} onValue={setSearch} />
          </div>
          {templates.isPending ? <Skeleton rows={8} label="Loading templates" /> : null}
          {templates.error ? (
            <ErrorState
              title="The templates could not be loaded"
              text={templates.error.message}
              onRetry={() => void templates.refetch()}
            />
          ) : null}
          {templates.data ? (
            <TemplateList
              listRef={list}
              templates={found}
              hasBlank={hasBlank}
              chosen={chosen}
              onChoose={choose}
              onUse={(id) => creation.mutate(id)}
            />
          ) : null}
        </div>
        {templates.data ? (
          <section class="gallery-template" aria-label="Preview">
            <div class="gallery-back">
              <Button
                tone="quiet"
                icon={<ChevronLeft aria-hidden="true" />}
                onClick={() => route('/forms/new', true)}
              >
                Templates
              </Button>
            </div>
            <TemplatePane
              template={template}
              isBusy={creation.isPending}
              onUse={() => creation.mutate(template?.id ?? blank)}
            />
          </section>
        ) : null}
      </div>
    </Frame>
  )
}
