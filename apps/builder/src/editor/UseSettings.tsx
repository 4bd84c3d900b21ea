import type { QuestionField } from '@bantam/editing'
import { BantLetter, Sensitivity, type Question } from '@bantam/schema'
import { Checkbox, Select } from '@bantam/ui'
import type { Setting } from '../form/settings.ts'
import type { Editor } from './editor.ts'
import { SettingField } from './SettingField.tsx'
import { settingEdit } from './setting-edit.ts'

/** What the answer is used for and how long it counts. */
export const UseSettings = ({ editor, question }: { editor: Editor; question: Question }) => {
  const { id, bant = '', sensitivity = '', ask } = question
  const set = (field: QuestionField, value: string | undefined) =>
    editor.dispatch(settingEdit(id, { field, value: value || undefined }))
  return (
    <section class="inspector-part inspector-settings">
      <h3>Used as</h3>
      {question.kind === 'statement' ? null : (
        <>
          <SettingField editor={editor} question={question} setting={property} />
          <Select
            label="BANT"
            value={bant}
            options={[
              { value: '', label: 'None' },
              ...BantLetter.options.map((value) => ({ value, label: capitalized(value) })),
            ]}
            onValue={(value) => set('bant', value)}
          />
          <Select
            label="Sensitivity"
            help="Returning visitors are asked the least sensitive first."
            value={sensitivity}
            options={[
              { value: '', label: 'As the kind suggests' },
              ...Sensitivity.options.map((value) => ({ value, label: capitalized(value) })),
            ]}
            onValue={(value) => set('sensitivity', value)}
          />
          <SettingField editor={editor} question={question} setting={freshness} />
          <Checkbox
            label="Ask every time"
            help="Also of a visitor whose answer is known."
            isChecked={ask === 'always'}
            onChecked={(isAlways) => set('ask', isAlways ? 'always' : undefined)}
          />
        </>
      )}
      <p class="inspector-id">
        Id <code>{id}</code>
      </p>
    </section>
  )
}

const property: Setting = {
  control: 'text',
  field: 'property',
  label: 'Lead property',
  placeholder: 'companySize',
  help: 'The answer fills it; empty, it stays an answer only.',
}
const freshness: Setting = {
  control: 'number',
  field: 'remember.freshDays',
  label: 'Fresh for (days)',
  placeholder: 'As usual',
  help: 'How long a known answer is not asked for again.',
}

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
