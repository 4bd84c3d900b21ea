import type { Form } from '@bantam/schema'
import { IconButton, showToast } from '@bantam/ui'
import { X } from 'lucide-preact'
import type { Editor } from '../editor/editor.ts'
import { inOneStep } from '../editor/in-one-step.ts'
import { removeUnlessUsed } from '../editor/removal.ts'
import { complainOfName } from './complain-of-name.ts'
import { NameField } from './NameField.tsx'
import { NewName } from './NewName.tsx'

/** What the page may hand over beside the answers: only the names on this list are taken. */
export const HiddenFields = ({ editor, form }: { editor: Editor; form: Form }) => {
  const names = form.hidden ?? []
  const complain = (name: string) => complainOfName(name, names)
  const remove = (name: string) =>
    removeUnlessUsed(editor, {
      thing: { kind: 'hidden', id: name },
      title: name,
      edit: { type: 'removeHidden', name },
      after: () =>
        showToast({ text: `Removed “${name}”.`, action: { label: 'Undo', run: editor.undo } }),
    })
  return (
    <section class="settings-part" aria-labelledby="hidden-fields">
      <h3 id="hidden-fields">
        Hidden fields <span class="ui-quietly ui-figures">{names.length}</span>
      </h3>
      <p class="ui-quietly">
        What the page knows already and hands over, such as <code>?plan=pro</code> in its address.
        Only these names are taken; campaign parameters are kept by themselves.
      </p>
      {names.length > 0 ? (
        <ul class="name-list">
          {names.map((name, at) => (
            <li key={name}>
              <NameField
                label={`Hidden field ${at + 1}`}
                value={name}
                complain={complain}
                onRename={(to) => inOneStep(editor, { type: 'renameHidden', name, to })}
              />
              <IconButton
                size="small"
                label={`Remove “${name}”`}
                icon={<X aria-hidden="true" />}
                onClick={() => remove(name)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <NewName
        label="Add a hidden field"
        placeholder="New field"
        complain={complain}
        onAdd={(name) => inOneStep(editor, { type: 'addHidden', name })}
      />
      {names[0] === undefined ? null : (
        <p class="ui-field-help">
          In texts, write <code>{`{{hidden:${names[0]}|fallback}}`}</code>.
        </p>
      )}
    </section>
  )
}
