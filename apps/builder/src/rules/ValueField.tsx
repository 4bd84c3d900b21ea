import type { Test } from '@bantam/schema'
import { Checkbox, Select, TextField } from '@bantam/ui'
import { useRefusable } from '../editor/use-refusable.ts'
import { shapeOf } from './comparisons.ts'
import type { Subject } from './subjects.ts'

export interface ValueFieldProps {
  test: Test
  subject: Subject
  /** Said to those who cannot see which condition the field belongs to. */
  name: string
  onTest: (test: Test, how?: { isTyped: boolean }) => void
  onSettled: () => void
}

/** What a subject is compared with: one value, some of a list, two bounds, or nothing. */
export const ValueField = (props: ValueFieldProps) => {
  const Fields = byShape[shapeOf(props.test.op)]
  return <Fields {...props} />
}

const One = ({ test, subject, name, onTest, onSettled }: ValueFieldProps) => {
  const set = (value: Test['value'], isTyped = false) => onTest({ ...test, value }, { isTyped })
  switch (subject.answers) {
    case 'yes-no':
      return (
        <Select
          label={<Unseen text={`${name}: value`} />}
          value={test.value === true ? 'yes' : 'no'}
          options={yesOrNo}
          onValue={(value) => set(value === 'yes')}
        />
      )
    case 'choice':
    case 'choices':
      return (
        <Select
          label={<Unseen text={`${name}: value`} />}
          value={String(test.value)}
          options={subject.options}
          onValue={(value) => set(value)}
        />
      )
    default:
      return (
        <Written
          name={`${name}: value`}
          subject={subject}
          value={test.value}
          onValue={(value) => set(value, true)}
          onSettled={onSettled}
        />
      )
  }
}

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const

const Range = ({ test, subject, name, onTest, onSettled }: ValueFieldProps) => {
  const [low = '', high = ''] = Array.isArray(test.value) ? test.value : []
  const set = (value: [string | number, string | number]) =>
    onTest({ ...test, value }, { isTyped: true })
  return (
    <div class="rule-range">
      <Written
        name={`${name}: lowest`}
        subject={subject}
        value={low}
        onValue={(value) => set([value, high])}
        onSettled={onSettled}
      />
      <span>and</span>
      <Written
        name={`${name}: highest`}
        subject={subject}
        value={high}
        onValue={(value) => set([low, value])}
        onSettled={onSettled}
      />
    </div>
  )
}

const Some = ({ test, subject, name, onTest }: ValueFieldProps) => {
  const picked: readonly unknown[] = Array.isArray(test.value) ? test.value : []
  return (
    <fieldset class="rule-some">
      <legend class="ui-unseen">{name}: any of</legend>
      {subject.options.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          isChecked={picked.includes(value)}
          disabled={picked.length === 1 && picked[0] === value}
          onChecked={(isPicked) =>
            onTest({
              ...test,
              value: subject.options
                .map((option) => option.value)
                .filter((one) => (one === value ? isPicked : picked.includes(one))),
            })
          }
        />
      ))}
    </fieldset>
  )
}

interface WrittenProps {
  name: string
  subject: Subject
  value: Test['value']
  onValue: (value: string | number) => void
  onSettled: () => void
}

/** A text, a number or a day. What is no number stays in the field, with the reason. */
const Written = ({ name, subject, value, onValue, onSettled }: WrittenProps) => {
  const isNumber = subject.answers === 'number' || subject.answers === 'figure'
  const refusable = useRefusable(String(value ?? ''), {
    complain: (text) =>
      isNumber && (text.trim() === '' || Number.isNaN(Number(text)))
        ? 'Write a number.'
        : undefined,
    onEdit: (text) => onValue(isNumber ? Number(text) : text),
  })
  return (
    <TextField
      {...refusable}
      label={<Unseen text={name} />}
      type={subject.answers === 'date' ? 'date' : 'text'}
      inputMode={isNumber ? 'decimal' : undefined}
      placeholder="Value"
      autocomplete="off"
      onBlur={onSettled}
    />
  )
}

export const Unseen = ({ text }: { text: string }) => <span class="ui-unseen">{text}</span>

const byShape = { none: () => null, one: One, some: Some, range: Range }
