import type { Edit } from '@bantam/editing'
import type { Calculation, Form } from '@bantam/schema'
import { Button, IconButton } from '@bantam/ui'
import { Pencil, Plus, X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Editor } from '../editor/editor.ts'
import { inOneStep } from '../editor/in-one-step.ts'
import { NameField } from './NameField.tsx'
import { OneOf } from './OneOf.tsx'
import { StepCard } from './StepCard.tsx'
import { WorkedValue } from './WorkedValue.tsx'

interface CalculationCardProps {
  editor: Editor
  form: Form
  calculation: Calculation
  complain: (name: string) => string | undefined
  isOpen: boolean
  onOpen: (id: string | undefined) => void
  onRemove: () => void
}

/** One calculation: where it starts and what its steps make of it, in their order. */
export const CalculationCard = ({
  editor,
  form,
  calculation,
  complain,
  isOpen,
  onOpen,
  onRemove,
}: CalculationCardProps) => {
  const { id, type, start, steps } = calculation
  const [openedStep, openStep] = useState<number>()
  const setSteps = (value: Calculation['steps']) =>
    inOneStep(editor, { type: 'setCalculation', id, field: 'steps', value })
  const addStep = () => {
    setSteps([...steps, type === 'number' ? { do: 'add', value: 1 } : { do: 'set', value: '' }])
    openStep(steps.length)
  }
  return (
    <li class="calculation">
      <div class="calculation-head">
        {isOpen ? (
          <NameField
            label="Name of the calculation"
            value={id}
            complain={complain}
            onRename={(to) => {
              inOneStep(editor, { type: 'renameCalculation', id, to })
              onOpen(to)
            }}
          />
        ) : (
          <p>
            <b>{id}</b>{' '}
            <span class="ui-quietly ui-figures">
              starts at {start === '' ? 'nothing' : start},{' '}
              {steps.length === 1 ? '1 step' : `${steps.length} steps`}
            </span>
          </p>
        )}
        {isOpen ? null : (
          <IconButton
            size="small"
            label={`Edit “${id}”`}
            icon={<Pencil aria-hidden="true" />}
            onClick={() => onOpen(id)}
          />
        )}
        <IconButton
          size="small"
          label={`Remove “${id}”`}
          icon={<X aria-hidden="true" />}
          onClick={onRemove}
        />
      </div>
      {isOpen ? (
        <>
          <OneOf
            label="It is"
            options={types}
            value={type}
            onValue={(value) => editor.dispatch({ type: 'batch', edits: asType(id, value) })}
          />
          <WorkedValue
            label="Starts at"
            type={type}
            value={start}
            onValue={(value) =>
              editor.dispatch({ type: 'setCalculation', id, field: 'start', value })
            }
            onSettled={editor.settle}
          />
          {steps.length > 0 ? (
            <ol class="branches" aria-label="Steps">
              {steps.map((_, index) => (
                <StepCard
                  // Steps have no ids: their places are what tells them apart.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={index}
                  editor={editor}
                  form={form}
                  calculation={calculation}
                  index={index}
                  isOpen={openedStep === index}
                  onOpen={openStep}
                />
              ))}
            </ol>
          ) : (
            <p class="ui-quietly">Without steps it stays what it starts at.</p>
          )}
          <div class="rule-adders">
            <Button size="small" icon={<Plus aria-hidden="true" />} onClick={addStep}>
              Add a step
            </Button>
            <Button size="small" tone="quiet" onClick={() => onOpen(undefined)}>
              Done
            </Button>
          </div>
        </>
      ) : null}
    </li>
  )
}

const types = [
  { value: 'number', label: 'A number' },
  { value: 'text', label: 'A text' },
] as const

/** Another type begins anew: what was added to a number means nothing to a text. */
const asType = (id: string, type: Calculation['type']): readonly Edit[] => [
  { type: 'setCalculation', id, field: 'type', value: type },
  { type: 'setCalculation', id, field: 'start', value: type === 'number' ? 0 : '' },
  { type: 'setCalculation', id, field: 'steps', value: [] },
]
