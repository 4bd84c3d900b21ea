import type { Form, Question } from '@bantam/schema'
import { settings } from '../form/settings.ts'
import { ConsentPurpose } from './ConsentPurpose.tsx'
import type { Editor } from './editor.ts'
import { FileTypes } from './FileTypes.tsx'
import { PartsEditor } from './PartsEditor.tsx'
import { PictureList } from './PictureList.tsx'
import { SettingField } from './SettingField.tsx'

interface KindSettingsProps {
  editor: Editor
  form: Form
  question: Question
}

/** What only this kind of question has: its parts, its limits, its words. */
export const KindSettings = ({ editor, form, question }: KindSettingsProps) => {
  const own = settings[question.kind]
  const apart = apartOf({ editor, form, question })
  return own.length === 0 && apart === null ? null : (
    <section class="inspector-part inspector-settings">
      <h3>Answer</h3>
      {apart}
      {own.map((setting) => (
        <SettingField key={setting.field} editor={editor} question={question} setting={setting} />
      ))}
    </section>
  )
}

/** What no single control could set. */
const apartOf = ({ editor, form, question }: KindSettingsProps) => {
  switch (question.kind) {
    case 'contact':
    case 'address':
    case 'company':
      return <PartsEditor editor={editor} question={question} />
    case 'picture-choice':
      return <PictureList editor={editor} question={question} />
    case 'file':
      return <FileTypes editor={editor} question={question} />
    case 'consent':
      return <ConsentPurpose editor={editor} form={form} question={question} />
    default:
      return null
  }
}
