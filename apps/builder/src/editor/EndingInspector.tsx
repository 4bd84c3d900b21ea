import type { Ending } from '@bantam/schema'
import { IconButton } from '@bantam/ui'
import { Trash2 } from 'lucide-preact'
import { LaneMark } from '../form/LaneMark.tsx'
import { EditedText } from './EditedText.tsx'
import type { Editor } from './editor.ts'
import { removeEnding } from './question-actions.ts'

const names: { readonly [K in Ending['kind']]: string } = {
  message: 'Message',
  redirect: 'Redirect',
  booking: 'Booking link',
  asset: 'Download',
}

export const EndingInspector = ({ editor, ending }: { editor: Editor; ending: Ending }) => {
  const { id } = ending
  const { dispatch, settle } = editor
  return (
    <>
      <header class="pane-head">
        <h2>
          Ending <span class="ui-quietly">{names[ending.kind]}</span>
        </h2>
        <div class="pane-tools">
          <IconButton
            size="small"
            label="Delete ending"
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => removeEnding(editor, ending)}
          />
        </div>
      </header>
      <div class="inspector-body">
        <EditedText
          name="endingTitle"
          label="Title"
          isLong
          value={ending.title}
          onEdit={(value) => dispatch({ type: 'setEnding', id, field: 'title', value })}
          onSettled={settle}
        />
        <EditedText
          name="endingBody"
          label="Text"
          isLong
          placeholder="What happens next"
          value={ending.body ?? ''}
          onEdit={(value) => dispatch({ type: 'setEnding', id, field: 'body', value })}
          onSettled={settle}
        />
        {ending.kind === 'message' ? null : (
          <EditedText
            name="endingUrl"
            label="Address"
            placeholder="https://"
            value={ending.url ?? ''}
            onEdit={(value) => dispatch({ type: 'setEnding', id, field: 'url', value })}
            onSettled={settle}
          />
        )}
        <section class="inspector-part">
          <h3>Who sees it</h3>
          {ending.for ? (
            <p class="inspector-facts">
              <LaneMark lane={ending.for} />
              <span>Visitors whose answers lead to this lane.</span>
            </p>
          ) : (
            <p class="ui-quietly">Visitors whom no branch and no lane leads to another ending.</p>
          )}
          <p class="inspector-id">
            Id <code>{id}</code>
          </p>
        </section>
      </div>
    </>
  )
}
