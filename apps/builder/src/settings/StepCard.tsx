import type { Calculation, Form } from '@bantam/schema'
import { Button, IconButton, Select } from '@bantam/ui'
import { ArrowDown, ArrowUp, Plus } from 'lucide-preact'
import type { Editor } from '../editor/editor.ts'
import { inOneStep } from '../editor/in-one-step.ts'
import { firstTest } from '../rules/comparisons.ts'
import { RuleCard } from '../rules/RuleCard.tsx'
import { subjectsOf, usualSubject } from '../rules/subjects.ts'
import { WorkedValue } from './WorkedValue.tsx'

type Step = Calculation['steps'][number]

interface StepCardProps {
  editor: Editor
  form: Form
  calculation: Calculation
  index: number
  isOpen: boolean
  onOpen: (index: number | undefined) => void
}

/** One step: what is done with which value, and when. */
export const StepCard = ({ editor, form, calculation, index, isOpen, onOpen }: StepCardProps) => {
  const { id, type, steps } = calculation
  const step = steps[index]
  if (!step) return null
  const name = `Step ${index + 1}`
  const setAll = (value: Step[]) => ({ type: 'setCalculation', id, field: 'steps', value }) as const
  const set = (changes: Partial<Step>, { isTyped = false } = {}) => {
    const edit = setAll(steps.with(index, { ...step, ...changes }))
    if (isTyped) editor.dispatch(edit)
    else inOneStep(editor, edit)
  }
  const move = (to: number) => {
    inOneStep(editor, setAll(steps.toSpliced(index, 1).toSpliced(to, 0, step)))
    if (isOpen) onOpen(to)
  }
  const subject = usualSubject(subjectsOf(form, { until: Infinity }))
  const { when: _when, ...always } = step
  return (
    <RuleCard
      form={form}
      name={name}
      before={
        isOpen ? (
          name
        ) : (
          <>
            {inWords(step)}
            {step.when ? ' if' : ''}
          </>
        )
      }
      condition={step.when}
      until={Infinity}
      isOpen={isOpen}
      onOpen={(open) => onOpen(open ? index : undefined)}
      onCondition={(when, how) => set({ when }, how)}
      onSettled={editor.settle}
      onRemove={() => {
        onOpen(undefined)
        inOneStep(editor, setAll(steps.toSpliced(index, 1)))
      }}
      first={
        <div class="step-fields">
          <Select
            label="Does"
            value={step.do}
            options={type === 'number' ? deeds : deeds.filter(({ value }) => value === 'set')}
            onValue={(value) => set({ do: value })}
          />
          <WorkedValue
            label="Value"
            type={type}
            value={step.value}
            onValue={(value) => set({ value }, { isTyped: true })}
            onSettled={editor.settle}
          />
        </div>
      }
      tools={
        steps.length > 1 ? (
          <>
            <IconButton
              size="small"
              label={`Move step ${index + 1} up`}
              icon={<ArrowUp aria-hidden="true" />}
              disabled={index === 0}
              onClick={() => move(index - 1)}
            />
            <IconButton
              size="small"
              label={`Move step ${index + 1} down`}
              icon={<ArrowDown aria-hidden="true" />}
              disabled={index === steps.length - 1}
              onClick={() => move(index + 1)}
            />
          </>
        ) : undefined
      }
    >
      {step.when ? (
        <Button
          size="small"
          tone="quiet"
          onClick={() => inOneStep(editor, setAll(steps.with(index, always)))}
        >
          Always do it
        </Button>
      ) : subject ? (
        <Button
          size="small"
          tone="quiet"
          icon={<Plus aria-hidden="true" />}
          onClick={() => set({ when: firstTest(subject) })}
        >
          Only if…
        </Button>
      ) : null}
    </RuleCard>
  )
}

const deeds: readonly { value: Step['do']; label: string }[] = [
  { value: 'add', label: 'Add' },
  { value: 'subtract', label: 'Subtract' },
  { value: 'multiply', label: 'Multiply by' },
  { value: 'divide', label: 'Divide by' },
  { value: 'set', label: 'Set to' },
]

const inWords = ({ do: deed, value }: Step): string => {
  const words = deeds.find((each) => each.value === deed)?.label ?? deed
  return `${words} ${typeof value === 'number' ? value.toLocaleString('en') : `“${value}”`}`
}
