import { Button, Dialog } from '@bantam/ui'
import type { Editor } from './editor.ts'
import { remove } from './removal.ts'

/** Who uses what is to be removed, and whether their rules go too. */
export const RemovalDialog = ({ editor }: { editor: Editor }) => {
  const removal = editor.removal.value
  if (!removal) return null
  const { title, uses } = removal
  const close = () => editor.ask(undefined)
  return (
    <Dialog
      title={`Remove “${title}”?`}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Keep it</Button>
          <Button onClick={() => remove(editor, { removal, isAlone: true })}>
            Remove it alone
          </Button>
          {uses.repair ? (
            <Button tone="primary" onClick={() => remove(editor, { removal, isAlone: false })}>
              {uses.repair.label}
            </Button>
          ) : null}
        </>
      }
    >
      <p>Others use it:</p>
      <ul class="removal-users">
        {[...new Set(uses.users.map(({ message }) => message))].map((message) => (
          <li key={message}>{sentence(message)}</li>
        ))}
      </ul>
      <p class="ui-quietly">One undo brings everything back.</p>
    </Dialog>
  )
}

const sentence = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
