import type { Ending, Lane } from '@bantam/schema'
import { IconButton, Select } from '@bantam/ui'
import { Trash2 } from 'lucide-preact'
import { EditedText } from './EditedText.tsx'
import type { Editor } from './editor.ts'
import { inOneStep } from './in-one-step.ts'
import { removeEnding } from './question-actions.ts'

const names: { readonly [K in Ending['kind']]: string } = {
  message: 'Message',
  redirect: 'Redirect',
  booking: 'Booking link',
  asset: 'Download',
}

const kindsOfEnding = (['message', 'redirect', 'booking', 'asset'] as const).map((value) => ({
  value,
  label: names[value],
}))

const helps: { readonly [K in Ending['kind']]: string } = {
  message: 'A closing screen.',
  redirect: 'The visitor goes on to another page.',
  booking: 'A calendar to choose a time in, where the page allows one, or else a link.',
  asset: 'A link to what was promised.',
}

const lanes: readonly { value: Lane | ''; label: string }[] = [
  { value: '', label: 'Any' },
  { value: 'sales', label: 'Sales' },
  { value: 'prospecting', label: 'Prospecting' },
  { value: 'nurture', label: 'Nurture' },
  { value: 'disqualified', label: 'Disqualified' },
]

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
        <Select
          label="Kind"
          help={helps[ending.kind]}
          value={ending.kind}
          options={kindsOfEnding}
          onValue={(value) => inOneStep(editor, { type: 'setEnding', id, field: 'kind', value })}
        />
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
          <Select
            label="For visitors in the lane"
            help={
              ending.for
                ? 'Unless a branch leads them to another ending.'
                : 'Visitors whom no branch and no lane leads to another ending.'
            }
            value={ending.for ?? ''}
            options={lanes}
            onValue={(lane) =>
              inOneStep(editor, { type: 'setEnding', id, field: 'for', value: lane || undefined })
            }
          />
          <p class="inspector-id">
            Id <code>{id}</code>
          </p>
        </section>
      </div>
    </>
  )
}
