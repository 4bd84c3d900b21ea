import { Button, Dialog, LinkButton } from '@bantam/ui'
import { ExternalLink } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { OpenForm } from '../editor/document.ts'
import { firstPlacement } from './placement.ts'
import { ModePicker } from './ModePicker.tsx'
import { PlacementSettings } from './PlacementSettings.tsx'
import { ShareCode } from './ShareCode.tsx'
import { SharePreview } from './SharePreview.tsx'
import { tryAddress } from './snippet.ts'

interface ShareDialogProps {
  open: OpenForm
  onClose: () => void
  onPublish: () => void
}

/** How the form shall appear, the code for it, and the same tried out beside. */
export const ShareDialog = ({ open, onClose, onPublish }: ShareDialogProps) => {
  const { id, url } = open
  const [placement, setPlacement] = useState(firstPlacement)
  const { title, theme } = open.editor.form.value
  const form = { id, url, title, accent: theme?.accent }
  const isPublished = open.publishedVersion.value !== null
  const change = (changes: Partial<typeof placement>) => setPlacement({ ...placement, ...changes })
  return (
    <Dialog
      title="Share this form"
      onClose={onClose}
      actions={
        isPublished ? (
          <LinkButton href={url} isElsewhere icon={<ExternalLink aria-hidden="true" />}>
            Open the full page
          </LinkButton>
        ) : (
          <Button tone="primary" onClick={onPublish}>
            Publish first
          </Button>
        )
      }
    >
      <div class="share">
        <div class="share-choices">
          {isPublished ? null : (
            <p class="notice">
              Not published yet: until then, visitors of these addresses see no form.
            </p>
          )}
          <ModePicker mode={placement.mode} onMode={(mode) => change({ mode })} />
          <PlacementSettings placement={placement} onChange={change} />
          <ShareCode form={form} placement={placement} />
        </div>
        <SharePreview address={isPublished ? tryAddress(form, placement) : undefined} />
      </div>
    </Dialog>
  )
}
