import type { Form, Lane } from '@bantam/schema'
import { Button, ErrorState, isDark, showToast, Skeleton } from '@bantam/ui'
import { useQuery } from '@tanstack/preact-query'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { TemplateItem } from '../client.ts'
import { createPreview } from '../editor/preview.ts'
import { LaneMark } from '../form/LaneMark.tsx'
import { plainTitle } from '../form/name.ts'
import { blankForm } from '../home/blank.ts'
import { queries } from '../queries.ts'
import { blank } from './use-creation.ts'

interface TemplatePaneProps {
  /** Undefined for the blank form. */
  template: TemplateItem | undefined
  isBusy: boolean
  onUse: () => void
}

/** What a template is for, what it asks, whom it greets, and the form itself, to be tried. */
export const TemplatePane = ({ template, isBusy, onUse }: TemplatePaneProps) => {
  const id = template?.id ?? blank
  const detail = useQuery({ ...queries.template(id), enabled: template !== undefined })
  const blankOne = useMemo(blankForm, [])
  const form = template === undefined ? blankOne : detail.data?.form
  return (
    <>
      <header class="gallery-template-head">
        <div>
          <h2>{template?.name ?? 'Blank form'}</h2>
          <p>{template?.description ?? 'One question and a word of thanks. The rest is yours.'}</p>
        </div>
        <Button tone="primary" isBusy={isBusy} shortcut="⏎" onClick={onUse}>
          {template === undefined ? 'Start blank' : 'Use this template'}
        </Button>
      </header>
      {template === undefined ? null : <ModelNote />}
      {detail.error ? (
        <ErrorState
          title="This template could not be loaded"
          text={detail.error.message}
          onRetry={() => void detail.refetch()}
        />
      ) : null}
      {form === undefined && !detail.error ? (
        <Skeleton rows={6} label="Loading the template" />
      ) : null}
      {form ? (
        <>
          <Facts form={form} letters={template?.letters ?? []} />
          <LivePreview key={id} form={form} />
        </>
      ) : null}
    </>
  )
}

/** What becomes of the template's scoring model depends on whether there is one already. */
const ModelNote = () => {
  const models = useQuery(queries.models)
  if (!models.data) return null
  const live = models.data.items.find(({ publishedVersion }) => publishedVersion !== null)
  return (
    <p class="gallery-note">
      {live
        ? `Your definition “${live.name}” goes on scoring leads; this template’s own is kept as a draft.`
        : 'It brings its scoring model, which goes live with it: your first lead is scored at once.'}
    </p>
  )
}

const Facts = ({ form, letters }: { form: Form; letters: readonly string[] }) => {
  const lanes = [
    ...new Set(form.endings.flatMap((ending): Lane[] => (ending.for ? [ending.for] : []))),
  ]
  const titles = form.questions.map(({ id, title }) => ({ id, title: plainTitle(title) }))
  return (
    <div class="gallery-facts">
      {letters.length > 0 ? (
        <p>
          <span class="gallery-label">Covers</span> {letters.join(', ')}
        </p>
      ) : null}
      {lanes.length > 0 ? (
        <p>
          <span class="gallery-label">Own endings for</span>
          {lanes.map((lane) => (
            <LaneMark key={lane} lane={lane} />
          ))}
        </p>
      ) : null}
      <details>
        <summary>
          {titles.length === 1
            ? 'The question it asks'
            : `All ${titles.length} questions it can ask`}
        </summary>
        <ol>
          {titles.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ol>
      </details>
    </div>
  )
}

const LivePreview = ({ form }: { form: Form }) => {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' })
    if (!root) return
    const preview = createPreview(root, (url) =>
      showToast({ text: `The visitor would go to ${url}` }),
    )
    preview.show(form, { part: 'start' })
    return () => preview.stop()
  }, [form])
  return (
    <div class="gallery-preview">
      <div class="preview-host" ref={host} data-theme={isDark.value ? 'dark' : 'light'} />
    </div>
  )
}
