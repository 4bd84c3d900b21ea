import { Button, Dialog, showToast } from '@bantam/ui'
import type { Draft } from './autosave.ts'
import type { OpenForm } from './document.ts'

interface ConflictDialogProps {
  open: OpenForm
  theirs: Draft
  /** Decides later; nothing is saved until then. */
  onClose: () => void
}

/** Two people changed one form. Nothing is merged by guess: one reads theirs, or keeps a copy of one's own. */
export const ConflictDialog = ({ open, theirs, onClose }: ConflictDialogProps) => {
  const reload = () => {
    open.editor.replace(theirs.definition)
    open.autosave.restart(theirs)
    showToast({
      text: `Loaded revision ${theirs.revision}. Undo brings your version back, over theirs.`,
      action: { label: 'Undo', run: open.editor.undo },
      seconds: 12,
    })
    onClose()
  }
  const copyMine = async () => {
    try {
      await navigator.clipboard.writeText(JSON.stringify(open.editor.form.peek(), undefined, 2))
      showToast({ text: 'Your version is on the clipboard, as JSON.' })
    } catch {
      download(open)
    }
  }
  return (
    <Dialog
      title="Someone else changed this form"
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void copyMine()}>Copy mine</Button>
          <Button tone="primary" onClick={reload}>
            Load theirs
          </Button>
        </>
      }
    >
      <p>
        It was saved as revision {theirs.revision} from another window or by a colleague. Your last
        changes are only in this window. Copy them if you need them, then load what was saved.
      </p>
    </Dialog>
  )
}

/** Where the clipboard is denied the work goes into a file. */
const download = (open: OpenForm) => {
  const content = new Blob([JSON.stringify(open.editor.form.peek(), undefined, 2)], {
    type: 'application/json',
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = `${open.slug}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
