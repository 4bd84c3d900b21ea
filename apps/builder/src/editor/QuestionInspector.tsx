import type { Form, Question } from '@bantam/schema'
import { Checkbox, Chip, IconButton } from '@bantam/ui'
import { ArrowDown, ArrowUp, CopyPlus, Trash2 } from 'lucide-preact'
import { kinds } from '../form/kinds.ts'
import { Branches } from './Branches.tsx'
import { ChoiceList } from './ChoiceList.tsx'
import { EditedText } from './EditedText.tsx'
import type { Editor } from './editor.ts'
import { duplicateQuestion, removeQuestion, shiftQuestion } from './question-actions.ts'

interface QuestionInspectorProps {
  editor: Editor
  form: Form
  question: Question
}

export const QuestionInspector = ({ editor, form, question }: QuestionInspectorProps) => {
  const { id } = question
  const at = form.questions.indexOf(question)
  const { dispatch, settle } = editor
  return (
    <>
      <header class="pane-head">
        <h2>
          {kinds[question.kind].name}{' '}
          <span class="ui-quietly ui-figures">
            {at + 1} of {form.questions.length}
          </span>
        </h2>
        <div class="pane-tools">
          <IconButton
            size="small"
            label="Move up (Alt ↑)"
            icon={<ArrowUp aria-hidden="true" />}
            disabled={at === 0}
            onClick={() => shiftQuestion(editor, { id, by: -1 })}
          />
          <IconButton
            size="small"
            label="Move down (Alt ↓)"
            icon={<ArrowDown aria-hidden="true" />}
            disabled={at === form.questions.length - 1}
            onClick={() => shiftQuestion(editor, { id, by: 1 })}
          />
          <IconButton
            size="small"
            label="Duplicate"
            icon={<CopyPlus aria-hidden="true" />}
            onClick={() => duplicateQuestion(editor, question)}
          />
          <IconButton
            size="small"
            label="Delete question"
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => removeQuestion(editor, question)}
          />
        </div>
      </header>
      <div class="inspector-body">
        <EditedText
          name="questionTitle"
          label={question.kind === 'statement' ? 'Statement' : 'Question'}
          isLong
          value={question.title}
          onEdit={(title) => dispatch({ type: 'setQuestionTitle', id, title })}
          onSettled={settle}
        />
        <EditedText
          name="help"
          label="Help"
          isLong
          placeholder="A line below the question"
          value={question.help ?? ''}
          onEdit={(help) => dispatch({ type: 'setQuestionHelp', id, help })}
          onSettled={settle}
        />
        {question.kind === 'statement' ? null : (
          <>
            <EditedText
              name="why"
              label="Why we ask"
              isLong
              placeholder="Shown when a visitor wonders"
              value={question.why ?? ''}
              onEdit={(why) => dispatch({ type: 'setQuestionWhy', id, why })}
              onSettled={settle}
            />
            <Checkbox
              label="Required"
              help={
                question.required
                  ? 'A visitor cannot go on without an answer.'
                  : 'A visitor may leave it empty.'
              }
              isChecked={question.required ?? false}
              onChecked={(isRequired) => dispatch({ type: 'setRequired', id, isRequired })}
            />
          </>
        )}
        {'choices' in question ? (
          <ChoiceList editor={editor} form={form} questionId={id} choices={question.choices} />
        ) : null}
        <Branches form={form} question={question} onGo={(place) => editor.select(place)} />
        <Facts question={question} />
      </div>
    </>
  )
}

/** What the answer is used for; named here, changed elsewhere. */
const Facts = ({ question: { id, property, bant } }: { question: Question }) => (
  <section class="inspector-part">
    <h3>Used as</h3>
    <p class="inspector-facts">
      {bant ? <Chip>{bant.charAt(0).toUpperCase() + bant.slice(1)}</Chip> : null}
      {property ? (
        <span>
          fills the lead’s <code>{property}</code>
        </span>
      ) : (
        <span>an answer only; it fills no lead property</span>
      )}
    </p>
    <p class="inspector-id">
      Id <code>{id}</code>
    </p>
  </section>
)
