import type { Operator, Test } from '@bantam/schema'
import { Button, IconButton, Select } from '@bantam/ui'
import { Plus, X } from 'lucide-preact'
import { operatorWords } from '../form/sentence.ts'
import { comparisonsOf, firstTest, withOperator } from './comparisons.ts'
import type { Rule } from './rule.ts'
import { usualSubject, type Subject } from './subjects.ts'
import { Unseen, ValueField } from './ValueField.tsx'

interface RuleEditorProps {
  /** What the rule is, such as "Shown": it tells the fields of several rules apart. */
  name: string
  rule: Rule
  /** What it may be about; those that it is about already may stand elsewhere. */
  offered: readonly Subject[]
  known: readonly Subject[]
  /** `isTyped` while a value is written letter by letter. */
  onRule: (rule: Rule, how: { isTyped: boolean }) => void
  onSettled: () => void
}

/** The tests of a rule, each a line of fields that reads as a sentence. */
export const RuleEditor = ({ name, rule, offered, known, onRule, onSettled }: RuleEditorProps) => {
  const { by, tests } = rule
  const set = (next: readonly Test[], isTyped = false) => onRule({ by, tests: next }, { isTyped })
  const first = usualSubject(offered)
  return (
    <div class="rule">
      {tests.length > 1 ? (
        <Select
          label={<Unseen text={`${name}: how many must hold`} />}
          value={by}
          options={joints}
          onValue={(joint) => onRule({ by: joint, tests }, { isTyped: false })}
        />
      ) : null}
      <ul class="rule-tests">
        {tests.map((test, at) => (
          <TestFields
            // Tests have no ids: their places are what tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${at} ${test.ref}`}
            name={tests.length > 1 ? `${name}, condition ${at + 1}` : name}
            test={test}
            offered={offered}
            known={known}
            onTest={(next, { isTyped } = { isTyped: false }) => set(tests.with(at, next), isTyped)}
            onRemove={tests.length > 1 ? () => set(tests.toSpliced(at, 1)) : undefined}
            onSettled={onSettled}
          />
        ))}
      </ul>
      {first ? (
        <Button
          size="small"
          tone="quiet"
          icon={<Plus aria-hidden="true" />}
          onClick={() => set([...tests, firstTest(first)])}
        >
          Add a condition
        </Button>
      ) : null}
    </div>
  )
}

const joints = [
  { value: 'all', label: 'All of these hold' },
  { value: 'any', label: 'Any of these holds' },
] as const

interface TestFieldsProps {
  name: string
  test: Test
  offered: readonly Subject[]
  known: readonly Subject[]
  onTest: (test: Test, how?: { isTyped: boolean }) => void
  onRemove: (() => void) | undefined
  onSettled: () => void
}

const TestFields = ({
  name,
  test,
  offered,
  known,
  onTest,
  onRemove,
  onSettled,
}: TestFieldsProps) => {
  const subject = known.find(({ ref }) => ref === test.ref)
  if (!subject) return null
  const subjects = offered.includes(subject) ? offered : [...offered, subject]
  return (
    <li>
      <div class="rule-subject">
        <Select
          label={<Unseen text={`${name}: about`} />}
          value={test.ref}
          options={subjects.map((one) => ({ value: one.ref, label: one.name }))}
          onValue={(ref) => {
            const next = subjects.find((one) => one.ref === ref)
            if (next) onTest(firstTest(next))
          }}
        />
        {onRemove ? (
          <IconButton
            size="small"
            label="Remove this condition"
            icon={<X aria-hidden="true" />}
            onClick={onRemove}
          />
        ) : null}
      </div>
      <Select
        label={<Unseen text={`${name}: comparison`} />}
        value={test.op}
        options={comparisonsOf[subject.answers].map((op) => ({
          value: op,
          label: operatorWords[op],
        }))}
        onValue={(op: Operator) => onTest(withOperator(test, { subject, op }))}
      />
      <ValueField test={test} subject={subject} name={name} onTest={onTest} onSettled={onSettled} />
    </li>
  )
}
