import { showToast, Tabs } from '@bantam/ui'
import { useQueryClient } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { FormDetail } from '../client.ts'
import { usePageTitle } from '../page-title.ts'
import { queries } from '../queries.ts'
import { ShareDialog } from '../share/ShareDialog.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { goTo, openForm } from './document.ts'
import { EditorBanner } from './EditorBanner.tsx'
import { HistoryDialog } from './HistoryDialog.tsx'
import { Inspector } from './Inspector.tsx'
import { Outline } from './Outline.tsx'
import { PreviewPane } from './PreviewPane.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { RemovalDialog } from './RemovalDialog.tsx'
import { TopBar } from './TopBar.tsx'
import { useEditorKeys } from './use-editor-keys.ts'
import { useSafeLeaving } from './use-safe-leaving.ts'

type Pane = 'outline' | 'preview' | 'inspector'

const panes = [
  { id: 'outline', label: 'Questions' },
  { id: 'preview', label: 'Preview' },
  { id: 'inspector', label: 'Edit' },
] as const

/** The three panes around one open form. On a phone one pane at a time, behind tabs. */
export const Workbench = ({ detail }: { detail: FormDetail }) => {
  const open = useMemo(() => openForm(detail), [])
  const [pane, setPane] = useState<Pane>('outline')
  const [dialog, setDialog] = useState<'history' | 'share' | 'publish'>()
  const [isDeciding, setDeciding] = useState(false)
  const { route } = useLocation()
  const queryClient = useQueryClient()
  const status = open.status.value
  usePageTitle(open.editor.form.value.title)
  useEditorKeys(open)
  useSafeLeaving(open)

  const publish = () => {
    open.editor.settle()
    open.diagnosing.look(open.editor.form.peek())
    setDialog('publish')
  }
  const leave = async () => {
    const isSaved = (await open.autosave.flush()) !== undefined
    const go = () => {
      void queryClient.invalidateQueries({ queryKey: queries.forms.queryKey })
      route('/')
    }
    if (isSaved) go()
    else {
      showToast({
        tone: 'danger',
        text: 'The last changes are not saved yet.',
        action: { label: 'Leave without them', run: go },
        seconds: 12,
      })
    }
  }
  useEffect(() => setDeciding(status.kind === 'conflict'), [status.kind])
  useEffect(() => open.diagnosing.stop, [open])
  useEffect(() => () => void open.autosave.flush().finally(open.autosave.stop), [open])

  return (
    <div class="workbench" data-pane={pane}>
      <TopBar
        open={open}
        onLeave={() => void leave()}
        onHistory={() => {
          open.editor.settle()
          setDialog('history')
        }}
        onShare={() => setDialog('share')}
        onPublish={publish}
      />
      <EditorBanner status={status} onResolve={() => setDeciding(true)} />
      <main class="workbench-main">
        <div class="workbench-tabs">
          <Tabs label="Panes" items={panes} current={pane} onSelect={setPane} />
        </div>
        <div class="workbench-panes">
          <Outline open={open} onPoint={() => setPane('inspector')} />
          <PreviewPane open={open} />
          <Inspector open={open} />
        </div>
      </main>
      {dialog === 'history' ? (
        <HistoryDialog open={open} onClose={() => setDialog(undefined)} />
      ) : null}
      <RemovalDialog editor={open.editor} />
      {dialog === 'share' ? (
        <ShareDialog open={open} onClose={() => setDialog(undefined)} onPublish={publish} />
      ) : null}
      {dialog === 'publish' ? (
        <PublishDialog
          open={open}
          onClose={() => setDialog(undefined)}
          onGo={(where) => {
            goTo(open, where)
            setPane('inspector')
            setDialog(undefined)
          }}
        />
      ) : null}
      {status.kind === 'conflict' && isDeciding ? (
        <ConflictDialog open={open} theirs={status.theirs} onClose={() => setDeciding(false)} />
      ) : null}
    </div>
  )
}
