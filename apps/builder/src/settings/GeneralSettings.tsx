import { Touchpoint, type Form } from '@bantam/schema'
import { Select } from '@bantam/ui'
import type { ComponentChildren } from 'preact'
import { EditedText } from '../editor/EditedText.tsx'
import type { Editor } from '../editor/editor.ts'
import { inOneStep } from '../editor/in-one-step.ts'
import { ReturningSettings } from './ReturningSettings.tsx'

interface GeneralSettingsProps {
  editor: Editor
  form: Form
  /** What is set beside the draft. */
  children?: ComponentChildren
}

/** What the form is for, and how it treats those who come back. */
export const GeneralSettings = ({ editor, form, children }: GeneralSettingsProps) => (
  <div class="inspector-body">
    <EditedText
      name="formTitle"
      label="Title"
      help="Visitors see it on the full page and in the browser’s tab."
      value={form.title}
      onEdit={(value) => editor.dispatch({ type: 'setForm', field: 'title', value })}
      onSettled={editor.settle}
    />
    <Select
      label="Stands on"
      help="It decides how much is asked, unless you say so below."
      value={form.touchpoint ?? 'other'}
      options={Touchpoint.options.map((value) => ({ value, label: touchpoints[value] }))}
      onValue={(value) =>
        inOneStep(editor, {
          type: 'setForm',
          field: 'touchpoint',
          value: value === 'other' ? undefined : value,
        })
      }
    />
    <section class="inspector-part">
      <h3>What it asks about</h3>
      <ul class="bant">
        {letters.map(({ letter, name }) => (
          <li key={letter}>
            <span>{name}</span>
            <span class="ui-quietly">{countOf(form, letter)}</span>
          </li>
        ))}
      </ul>
    </section>
    <ReturningSettings editor={editor} form={form} />
    {children}
  </div>
)

const touchpoints: { readonly [T in Touchpoint]: string } = {
  newsletter: 'A newsletter sign-up',
  download: 'A download',
  webinar: 'A webinar registration',
  demo: 'A demo request',
  pricing: 'A pricing page',
  other: 'Any other page',
}

const letters = [
  { letter: 'budget', name: 'Budget' },
  { letter: 'authority', name: 'Authority' },
  { letter: 'need', name: 'Need' },
  { letter: 'timeline', name: 'Timeline' },
] as const

const countOf = (form: Form, letter: (typeof letters)[number]['letter']) => {
  const count = form.questions.filter(({ bant }) => bant === letter).length
  return count === 0 ? 'not asked' : count === 1 ? '1 question' : `${count} questions`
}
