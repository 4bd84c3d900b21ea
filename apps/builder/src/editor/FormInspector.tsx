import type { Form } from '@bantam/schema'
import type { ComponentChildren } from 'preact'
import { EditedText } from './EditedText.tsx'
import type { Editor } from './editor.ts'

export const FormInspector = ({
  editor,
  form,
  children,
}: {
  editor: Editor
  form: Form
  /** What is set beside the draft. */
  children?: ComponentChildren
}) => {
  return (
    <>
      <header class="pane-head">
        <h2>This form</h2>
      </header>
      <div class="inspector-body">
        <EditedText
          name="formTitle"
          label="Title"
          help="Visitors see it on the full page and in the browser’s tab."
          value={form.title}
          onEdit={(value) => editor.dispatch({ type: 'setForm', field: 'title', value })}
          onSettled={editor.settle}
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
        {children}
      </div>
    </>
  )
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
