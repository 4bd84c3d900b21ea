import type { Form, Question } from '@bantam/schema'
import { Checkbox, IconButton } from '@bantam/ui'
import { ArrowDown, ArrowUp, CopyPlus, Trash2 } from 'lucide-preact'
import { kinds } from '../form/kinds.ts'
import { Branches } from './Branches.tsx'
import { ChoiceList } from './ChoiceList.tsx'
import { EditedText } from './EditedText.tsx'
import type { Editor } from './editor.ts'
import { KindSettings } from './KindSettings.tsx'
import { duplicateQuestion, removeQuestion, shiftQuestion } from './question-actions.ts'
import { SectionSettings } from './SectionSettings.tsx'
import { UseSettings } from './UseSettings.tsx'

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
          onEdit={(value) => dispatch({ type: 'setQuestion', id, field: 'title', value })}
          onSettled={settle}
        />
        <EditedText
          name="help"
          label="Help"
          isLong
          placeholder="A line below the question"
          value={question.help ?? ''}
          onEdit={(value) => dispatch({ type: 'setQuestion', id, field: 'help', value })}
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
              onEdit={(value) => dispatch({ type: 'setQuestion', id, field: 'why', value })}
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
              onChecked={(value) => dispatch({ type: 'setQuestion', id, field: 'required', value })}
            />
          </>
        )}
        {'rows' in question ? (
          <ChoiceList
            editor={editor}
            form={form}
            questionId={id}
            list="rows"
            choices={question.rows}
          />
        ) : null}
        {'choices' in question ? (
          <ChoiceList
            editor={editor}
            form={form}
            questionId={id}
            list="choices"
            choices={question.choices}
          />
        ) : null}
        <KindSettings editor={editor} form={form} question={question} />
        <Branches editor={editor} form={form} question={question} />
        <UseSettings editor={editor} question={question} />
        <SectionSettings editor={editor} question={question} />
      </div>
    </>
  )
}
