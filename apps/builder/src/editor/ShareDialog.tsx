import { Button, Dialog, LinkButton } from '@bantam/ui'
import { ExternalLink } from 'lucide-preact'
import { CopyField } from './CopyField.tsx'
import type { OpenForm } from './document.ts'
import { embedSnippet } from './snippet.ts'

interface ShareDialogProps {
  open: OpenForm
  onClose: () => void
  onPublish: () => void
}

export const ShareDialog = ({ open, onClose, onPublish }: ShareDialogProps) => {
  const { id, url } = open
  const { title } = open.editor.form.value
  const isPublished = open.publishedVersion.value !== null
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
        {isPublished ? null : (
          <p class="notice">
            Not published yet: until then, visitors of these addresses see no form.
          </p>
        )}
        <CopyField
          label="On your website"
          text={embedSnippet({ id, title, url })}
          help="Paste it where the form should appear. It loads beside your page, never in its way; without scripts, visitors get a link."
        />
        <CopyField
          label="As a link"
          text={url}
          help="The form on a page of its own, for mails and posts."
        />
      </div>
    </Dialog>
  )
}
