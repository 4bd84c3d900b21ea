import { Button, showToast, Skeleton } from '@bantam/ui'
import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { client, Refusal } from '../client.ts'
import { Frame } from '../home/Frame.tsx'
import { usePageTitle } from '../page-title.ts'
import { queries } from '../queries.ts'
import { readText } from './definition-text.ts'
import { DefinitionSource } from './DefinitionSource.tsx'
import { ImportReport } from './ImportReport.tsx'

interface Trouble {
  readonly title: string
  readonly text: string
  readonly places: readonly { readonly path: string; readonly message: string }[]
}

/** A form of another product: chosen or pasted, told what becomes of it, then created. */
export const ImportPage = () => {
  usePageTitle('Import a form')
  const { route } = useLocation()
  const queryClient = useQueryClient()
  const [unread, setUnread] = useState<Trouble>()
  const reading = useMutation({ mutationFn: client.readDefinition })
  const creation = useMutation({
    mutationFn: client.importForm,
    onSuccess: ({ created }) => {
      void queryClient.invalidateQueries({ queryKey: queries.forms.queryKey })
      route(`/forms/${created.id}`)
    },
    onError: (error) => showToast({ tone: 'danger', text: error.message }),
  })
  const read = (text: string, name: string) => {
    const definition = readText(text, name)
    reading.reset()
    if (definition.kind === 'read') {
      setUnread(undefined)
      reading.mutate(definition.document)
    } else setUnread({ ...definition, places: [] })
  }
  const trouble = unread ?? (reading.error ? troubleOf(reading.error) : undefined)
  return (
    <Frame>
      <div class="import">
        <header class="import-head">
          <h1>Import a form</h1>
          <a href="/">All forms</a>
        </header>
        {reading.data ? (
          <ImportReport
            result={reading.data}
            actions={
              <>
                <Button onClick={() => reading.reset()}>Choose another</Button>
                <Button
                  tone="primary"
                  isBusy={creation.isPending}
                  onClick={() => creation.mutate(reading.variables)}
                >
                  Create form
                </Button>
              </>
            }
          />
        ) : (
          <>
            {trouble ? <TroubleWords {...trouble} /> : null}
            <DefinitionSource onText={read} />
            {reading.isPending ? <Skeleton rows={4} label="Reading the definition" /> : null}
          </>
        )}
      </div>
    </Frame>
  )
}

const TroubleWords = ({ title, text, places }: Trouble) => (
  <div class="import-trouble" role="alert">
    <h2>{title}</h2>
    <p>{text}</p>
    {places.length > 0 ? (
      <ul>
        {places.slice(0, 20).map(({ path, message }) => (
          <li key={path + message}>
            <code>{path}</code> {message}
          </li>
        ))}
      </ul>
    ) : null}
  </div>
)

/** The places are shown below, so the words above need not repeat the first of them. */
const troubleOf = (error: Error): Trouble => {
  const errors = error instanceof Refusal ? error.errors : []
  const [only, ...more] = errors
  if (!only) return { title: 'The form could not be read', text: error.message, places: [] }
  if (only.path === 'document' && more.length === 0)
    return { title: 'This cannot be imported', text: only.message, places: [] }
  return {
    title: 'This cannot be imported',
    text: 'Mend it where it came from, export it again and choose the new file.',
    places: errors.map(({ path, message }) => ({ path: path.replace(/^document\./, ''), message })),
  }
}
