import type { Question } from '@bantam/schema'
import type { Setting } from '../form/settings.ts'
import type { Editor } from './editor.ts'
import { SettingField } from './SettingField.tsx'

const fields: readonly Setting[] = [
  {
    control: 'text',
    field: 'section.title',
    label: 'Section',
    placeholder: 'About your company',
    help: 'The part of a longer form, shown above the question.',
  },
  { control: 'text', field: 'section.help', label: 'Help of the section' },
]

/** The part of a longer form that a question belongs to; its help only once it has a title. */
export const SectionSettings = ({ editor, question }: { editor: Editor; question: Question }) => (
  <section class="inspector-part inspector-settings">
    {fields.slice(0, question.section ? 2 : 1).map((setting) => (
      <SettingField key={setting.field} editor={editor} question={question} setting={setting} />
    ))}
  </section>
)
