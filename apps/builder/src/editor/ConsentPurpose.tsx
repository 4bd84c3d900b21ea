import type { Form, QuestionOf } from '@bantam/schema'
import { Select } from '@bantam/ui'
import type { Editor } from './editor.ts'
import { settingEdit } from './setting-edit.ts'

/** What the box agrees to: one of the form's consent texts, word for word, else the title. */
export const ConsentPurpose = ({
  editor,
  form,
  question: { id, purpose = '' },
}: {
  editor: Editor
  form: Form
  question: QuestionOf<'consent'>
}) => {
  const texts = form.consents ?? []
  const known = texts.map((consent) => consent.purpose)
  const missing = purpose === '' || known.includes(purpose) ? [] : [purpose]
  const text = texts.find((consent) => consent.purpose === purpose)?.text
  return (
    <Select
      label="Purpose"
      help={text ?? 'Visitors agree to the title of the question.'}
      value={purpose}
      options={[
        { value: '', label: 'None: the title says it' },
        ...known.map((value) => ({ value, label: value })),
        ...missing.map((value) => ({ value, label: `${value} (no text yet)` })),
      ]}
      onValue={(value) =>
        editor.dispatch(settingEdit(id, { field: 'purpose', value: value || undefined }))
      }
    />
  )
}
