import type { Condition, Form, Jump, Question } from '@bantam/schema'
import { IconButton, Select } from '@bantam/ui'
import { ArrowDown, ArrowUp } from 'lucide-preact'
import { nameOf, splitRef, targetName } from '../form/name.ts'
import { RuleCard } from '../rules/RuleCard.tsx'
import type { Editor } from './editor.ts'
import { inOneStep } from './in-one-step.ts'

interface JumpCardProps {
  editor: Editor
  form: Form
  question: Question
  jump: Jump
  /** Its place among the jumps of the question: the first whose condition holds is taken. */
  index: number
  isOpen: boolean
  onOpen: (index: number | undefined) => void
}

export const JumpCard = ({
  editor,
  form,
  question,
  jump,
  index,
  isOpen,
  onOpen,
}: JumpCardProps) => {
  const { id, jumps = [] } = question
  const at = form.questions.indexOf(question)
  const name = jumps.length > 1 ? `Jump ${index + 1}` : 'Jump'
  const set = (changes: Partial<Jump>) =>
    inOneStep(editor, { type: 'setJump', id, at: index, jump: { ...jump, ...changes } })
  const move = (to: number) => {
    inOneStep(editor, { type: 'moveJump', id, at: index, to })
    if (isOpen) onOpen(to)
  }
  return (
    <RuleCard
      form={form}
      name={name}
      before={isAlways(jump.when) && !isOpen ? '' : 'If'}
      after={<Target editor={editor} form={form} jump={jump} />}
      condition={jump.when}
      until={at + 1}
      isOpen={isOpen}
      onOpen={(open) => onOpen(open ? index : undefined)}
      onCondition={(when, { isTyped }) =>
        isTyped
          ? editor.dispatch({ type: 'setJump', id, at: index, jump: { ...jump, when } })
          : set({ when })
      }
      onSettled={editor.settle}
      onRemove={() => {
        onOpen(undefined)
        inOneStep(editor, { type: 'removeJump', id, at: index })
      }}
      tools={
        jumps.length > 1 ? (
          <>
            <IconButton
              size="small"
              label={`Move jump ${index + 1} up`}
              icon={<ArrowUp aria-hidden="true" />}
              disabled={index === 0}
              onClick={() => move(index - 1)}
            />
            <IconButton
              size="small"
              label={`Move jump ${index + 1} down`}
              icon={<ArrowDown aria-hidden="true" />}
              disabled={index === jumps.length - 1}
              onClick={() => move(index + 1)}
            />
          </>
        ) : undefined
      }
    >
      <Select
        label="Then go to"
        value={jump.to}
        options={targetsOf(form, jump.to)}
        onValue={(to) => {
          const { atMost = 1, ...rest } = jump
          const next = isBack(form, { to, at }) ? { ...rest, to, atMost } : { ...rest, to }
          inOneStep(editor, { type: 'setJump', id, at: index, jump: next })
        }}
      />
      {isBack(form, { to: jump.to, at }) ? (
        <Select
          label="How often one visitor is sent back, at most"
          value={`${jump.atMost ?? 1}`}
          options={Array.from({ length: 20 }, (_, times) => ({
            value: `${times + 1}`,
            label: times === 0 ? 'Once' : `${times + 1} times`,
          }))}
          onValue={(times) => set({ atMost: Number(times) })}
        />
      ) : null}
    </RuleCard>
  )
}

const isAlways = (when: Condition) => 'all' in when && when.all.length === 0

/** Whether a jump from the question at `at` leads to itself or before it. */
const isBack = ({ questions }: Form, { to, at }: { to: string; at: number }): boolean => {
  const [part, id] = splitRef(to)
  const place = questions.findIndex((each) => each.id === id)
  return part === 'question' && place >= 0 && place <= at
}

const targetsOf = (form: Form, held: string) => {
  const targets = [
    ...form.questions.map((question, place) => ({
      value: `question:${question.id}`,
      label: `${place + 1}. ${nameOf(question)}`,
    })),
    ...form.endings.map(({ id }) => {
      const name = targetName(form, `ending:${id}`)
      return { value: `ending:${id}`, label: name.charAt(0).toUpperCase() + name.slice(1) }
    }),
  ]
  return targets.some(({ value }) => value === held)
    ? targets
    : [{ value: held, label: targetName(form, held) }, ...targets]
}

const Target = ({ editor, form, jump }: Pick<JumpCardProps, 'editor' | 'form' | 'jump'>) => {
  const [part, id] = splitRef(jump.to)
  const list: readonly { id: string }[] = part === 'question' ? form.questions : form.endings
  const name = targetName(form, jump.to)
  const { atMost } = jump
  const limit = atMost === undefined ? '' : atMost === 1 ? ', once' : `, at most ${atMost} times`
  return (
    <span class="branch-target">
      <span aria-hidden="true">→</span>
      <span>
        {list.some((each) => each.id === id) ? (
          <button
            type="button"
            onClick={() => editor.select({ part: part === 'question' ? 'question' : 'ending', id })}
          >
            {name}
          </button>
        ) : (
          <b data-role="missing">{name}</b>
        )}
        {limit}
      </span>
    </span>
  )
}
