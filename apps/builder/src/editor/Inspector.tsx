import type { OpenForm } from './document.ts'
import { EndingInspector } from './EndingInspector.tsx'
import { FormInspector } from './FormInspector.tsx'
import { keyOf } from './outline-keys.ts'
import { QuestionInspector } from './QuestionInspector.tsx'

/** What is selected, and everything that can be changed about it. */
export const Inspector = ({ open }: { open: OpenForm }) => {
  const { editor } = open
  const form = editor.form.value
  const place = editor.selection.value
  const question =
    place.part === 'question' ? form.questions.find(({ id }) => id === place.id) : undefined
  const ending =
    place.part === 'ending' ? form.endings.find(({ id }) => id === place.id) : undefined
  const problems = open.problems.value.filter((problem) => keyOf(problem.place) === keyOf(place))
  return (
    <section class="inspector" aria-label="Inspector" key={keyOf(place)}>
      {problems.length > 0 ? (
        <ul class="inspector-problems">
          {problems.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : null}
      {question ? <QuestionInspector editor={editor} form={form} question={question} /> : null}
      {ending ? <EndingInspector editor={editor} ending={ending} /> : null}
      {question || ending ? null : <FormInspector editor={editor} form={form} />}
    </section>
  )
}
