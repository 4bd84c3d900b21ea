import type { Condition, Form, Question } from '@bantam/schema'
import { Button } from '@bantam/ui'
import { Plus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { firstTest } from '../rules/comparisons.ts'
import { RuleCard } from '../rules/RuleCard.tsx'
import { subjectsOf, usualSubject } from '../rules/subjects.ts'
import type { Editor } from './editor.ts'
import { inOneStep } from './in-one-step.ts'
import { JumpCard } from './JumpCard.tsx'

interface BranchesProps {
  editor: Editor
  form: Form
  question: Question
}

/** When the question shows and where its answers lead: sentences, and fields while one is changed. */
export const Branches = ({ editor, form, question }: BranchesProps) => {
  const { id, showIf, jumps = [] } = question
  const [opened, open] = useState<number | 'shown'>()
  const at = form.questions.indexOf(question)
  const subject = usualSubject(subjectsOf(form, { until: at }))
  const setShowIf = (when: Condition | undefined, { isTyped = false } = {}) => {
    const edit = { type: 'setShowIf', id, when } as const
    if (isTyped) editor.dispatch(edit)
    else inOneStep(editor, edit)
  }
  const addJump = () => {
    const subjects = subjectsOf(form, { until: at + 1 })
    const own = subjects.find(({ ref }) => ref === `question:${id}`) ?? usualSubject(subjects)
    const next = form.questions[at + 2] ?? form.questions[at + 1]
    const ending = form.endings[0]
    const to = next ? `question:${next.id}` : `ending:${ending?.id}`
    const jump = { when: own ? firstTest(own) : { all: [] }, to }
    inOneStep(editor, { type: 'addJump', id, jump })
    open(jumps.length)
  }
  return (
    <section class="inspector-part">
      <h3>Branches</h3>
      {showIf || jumps.length > 0 ? null : (
        <p class="ui-quietly">Everybody who gets here is asked, then the next question follows.</p>
      )}
      <ul class="branches">
        {showIf ? (
          <RuleCard
            form={form}
            name="When it shows"
            before="Shown only if"
            condition={showIf}
            until={at}
            isOpen={opened === 'shown'}
            onOpen={(isOpen) => open(isOpen ? 'shown' : undefined)}
            onCondition={setShowIf}
            onSettled={editor.settle}
            onRemove={() => {
              open(undefined)
              setShowIf(undefined)
            }}
          />
        ) : null}
        {jumps.map((jump, index) => (
          <JumpCard
            // Jumps have no ids: their places are what tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            editor={editor}
            form={form}
            question={question}
            jump={jump}
            index={index}
            isOpen={opened === index}
            onOpen={open}
          />
        ))}
      </ul>
      <div class="rule-adders">
        {showIf || !subject ? null : (
          <Button
            size="small"
            icon={<Plus aria-hidden="true" />}
            onClick={() => {
              setShowIf(firstTest(subject))
              open('shown')
            }}
          >
            Show only if…
          </Button>
        )}
        <Button size="small" icon={<Plus aria-hidden="true" />} onClick={addJump}>
          Jump if…
        </Button>
      </div>
    </section>
  )
}
