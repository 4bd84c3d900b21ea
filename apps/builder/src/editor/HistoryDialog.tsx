import { differencesBetween } from '@bantam/editing'
import type { Form } from '@bantam/schema'
import { Button, Dialog, ErrorState, showToast, Skeleton, useClock } from '@bantam/ui'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { client, type VersionItem } from '../client.ts'
import { timeSince } from '../home/figures.ts'
import { queries } from '../queries.ts'
import { DifferenceList } from './DifferenceList.tsx'
import type { OpenForm } from './document.ts'

interface HistoryDialogProps {
  open: OpenForm
  onClose: () => void
}

/** Every published version, what it changed, and the way back to it. */
export const HistoryDialog = ({ open, onClose }: HistoryDialogProps) => {
  const versions = useQuery({ ...queries.versions(open.id), staleTime: 0 })
  const items = versions.data?.items ?? []
  const [picked, setPicked] = useState<number>()
  const chosen = items.find(({ version }) => version === picked) ?? items[0]
  return (
    <Dialog title="Versions" onClose={onClose}>
      <div class="history">
        {versions.isPending ? <Skeleton rows={3} label="Loading versions" /> : null}
        {versions.error ? (
          <ErrorState
            title="The versions could not be loaded"
            text={versions.error.message}
            onRetry={() => void versions.refetch()}
          />
        ) : null}
        {versions.data && !chosen ? (
          <p>
            Nothing is published yet. Each time you publish, a version is frozen here; you can
            always go back to it.
          </p>
        ) : null}
        {chosen ? (
          <>
            <VersionList
              items={items}
              live={open.publishedVersion.value}
              chosen={chosen.version}
              onPick={setPicked}
            />
            <VersionPart key={chosen.version} open={open} chosen={chosen} onClose={onClose} />
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

const VersionList = ({
  items,
  live,
  chosen,
  onPick,
}: {
  items: readonly VersionItem[]
  live: number | null
  chosen: number
  onPick: (version: number) => void
}) => {
  const { everyQuarterMinute } = useClock()
  return (
    <ol class="history-list" aria-label="Published versions">
      {items.map(({ version, publishedAt, publishedByName }) => (
        <li key={version}>
          <button type="button" aria-pressed={version === chosen} onClick={() => onPick(version)}>
            <b>
              Version {version}
              {version === live ? <span class="history-live"> is live</span> : null}
            </b>
            <small>
              <time dateTime={publishedAt} title={new Date(publishedAt).toLocaleString()}>
                {timeSince(publishedAt, everyQuarterMinute.value)}
              </time>
              {publishedByName === null ? null : `, ${publishedByName}`}
            </small>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** One version: what it changed, what has changed since, and restoring it. */
const VersionPart = ({
  open,
  chosen: { version },
  onClose,
}: {
  open: OpenForm
  chosen: VersionItem
  onClose: () => void
}) => {
  const document = useQuery(queries.version(open.id, version))
  const previous = useQuery({ ...queries.version(open.id, version - 1), enabled: version > 1 })
  const [isAsking, setAsking] = useState(false)
  const restoration = useMutation({
    mutationFn: (definition: Form) => restore(open, { version, definition }),
    onSuccess: () => {
      showToast({
        text: `The draft is version ${version} again. Visitors see it once you publish.`,
        action: { label: 'Undo', run: open.editor.undo },
        seconds: 12,
      })
      onClose()
    },
    onError: (error) => showToast({ tone: 'danger', text: error.message }),
  })
  const form = document.data?.definition
  if (!form) return <Skeleton rows={4} label={`Loading version ${version}`} />
  const before = previous.data?.definition
  const changed = before && differencesBetween(before, form)
  const since = differencesBetween(form, open.editor.form.value)
  return (
    <div class="history-version">
      <section>
        <h3>{version === 1 ? 'The first version' : `Changed in version ${version}`}</h3>
        {version === 1 ? <p class="ui-quietly">{form.questions.length} questions.</p> : null}
        {changed?.length === 0 ? <p class="ui-quietly">Nothing that visitors see.</p> : null}
        {changed && changed.length > 0 ? <DifferenceList differences={changed} /> : null}
      </section>
      <section>
        <h3>Changed since, up to your draft</h3>
        {since.length === 0 ? (
          <p class="ui-quietly">Your draft is this version.</p>
        ) : (
          <>
            <DifferenceList differences={since} />
            {isAsking ? (
              <p class="history-confirm" role="alert">
                <span>Your draft becomes version {version}. Undo brings the draft back.</span>
                <Button onClick={() => setAsking(false)}>Keep the draft</Button>
                <Button
                  tone="primary"
                  isBusy={restoration.isPending}
                  onClick={() => restoration.mutate(form)}
                >
                  Restore
                </Button>
              </p>
            ) : (
              <Button onClick={() => setAsking(true)}>Restore version {version}</Button>
            )}
          </>
        )}
      </section>
    </div>
  )
}

class NotSaved extends Error {
  override readonly name = 'NotSaved'
}

/** Saves what is unsent first: what is undone afterwards was stored before. */
const restore = async (
  open: OpenForm,
  { version, definition }: { version: number; definition: Form },
) => {
  const revision = await open.autosave.flush()
  if (revision === undefined)
    throw new NotSaved('The last changes could not be saved, so no version can be restored yet.')
  const restored = await client.restoreVersion(open.id, { version, revision })
  open.editor.replace(definition)
  open.autosave.restart({ definition, revision: restored.revision })
}
