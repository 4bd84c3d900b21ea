import type { OpenForm } from './document.ts'
import { EndingInspector } from './EndingInspector.tsx'
import { FindingLine } from './FindingLine.tsx'
import { repair } from './findings.ts'
import { FormInspector } from './FormInspector.tsx'
import { keyOf } from './outline-keys.ts'
import { ProtectionSwitch } from './ProtectionSwitch.tsx'
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
  const findings = open.diagnosing.findings.value.filter(
    (one) =>
      keyOf(one.place) === keyOf(place) && (place.part !== 'form' || one.severity !== 'hint'),
  )
  return (
    <section class="inspector" aria-label="Inspector" key={keyOf(place)}>
      {findings.length > 0 ? (
        <ul class="inspector-findings">
          {findings.map((finding) => (
            <FindingLine
              key={`${finding.code} ${finding.path}`}
              finding={finding}
              onFix={() => repair(editor, finding)}
            />
          ))}
        </ul>
      ) : null}
      {question ? <QuestionInspector editor={editor} form={form} question={question} /> : null}
      {ending ? <EndingInspector editor={editor} ending={ending} /> : null}
      {question || ending ? null : (
        <FormInspector
          editor={editor}
          form={form}
          tab={open.formTab.value}
          onTab={(tab) => {
            open.formTab.value = tab
          }}
          onPreview={(language) => {
            open.previewLanguage.value = language
          }}
        >
          <ProtectionSwitch protection={open.protection} />
        </FormInspector>
      )}
    </section>
  )
}
