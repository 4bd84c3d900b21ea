import type { Condition, Form } from '@bantam/schema'
import { Button, IconButton } from '@bantam/ui'
import { Pencil, X } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { sentenceOf } from '../form/sentence.ts'
import { conditionOf, ruleOf } from './rule.ts'
import { RuleEditor } from './RuleEditor.tsx'
import { Sentence } from './Sentence.tsx'
import { subjectsOf } from './subjects.ts'

interface RuleCardProps {
  form: Form
  /** What the rule is, such as "Shown". */
  name: string
  /** Undefined: the rule always holds. */
  condition: Condition | undefined
  /** Place of the first question that is asked after the rule is looked at. */
  until: number
  /** Before and after the condition, as they are read. */
  before: ComponentChildren
  after?: ComponentChildren
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onCondition: (condition: Condition, how: { isTyped: boolean }) => void
  onSettled: () => void
  onRemove: () => void
  /** More fields of the rule while it is open, above and below its conditions. */
  first?: ComponentChildren
  children?: ComponentChildren
  tools?: ComponentChildren
}

/** A rule as a sentence, and as fields while it is changed. What the fields cannot show stays as it is written. */
export const RuleCard = ({
  form,
  name,
  condition,
  until,
  before,
  after,
  isOpen,
  onOpen,
  onCondition,
  onSettled,
  onRemove,
  first,
  children,
  tools,
}: RuleCardProps) => {
  const known = isOpen ? subjectsOf(form, { until: Infinity }) : []
  const offered = new Set(isOpen ? subjectsOf(form, { until }).map(({ ref }) => ref) : [])
  const rule = isOpen && condition ? ruleOf(condition, known) : undefined
  return (
    <li class="rule-card" data-open={isOpen}>
      <div class="rule-head">
        <p>
          {before} {condition && !rule ? <Sentence phrases={sentenceOf(form, condition)} /> : null}
          {isOpen ? null : after}
        </p>
        <span class="rule-tools">
          {tools}
          {isOpen ? null : (
            <IconButton
              size="small"
              label={`Edit: ${name}`}
              icon={<Pencil aria-hidden="true" />}
              onClick={() => onOpen(true)}
            />
          )}
          <IconButton
            size="small"
            label={`Remove: ${name}`}
            icon={<X aria-hidden="true" />}
            onClick={onRemove}
          />
        </span>
      </div>
      {isOpen ? (
        <>
          {first}
          {rule ? (
            <RuleEditor
              name={name}
              rule={rule}
              offered={known.filter(({ ref }) => offered.has(ref))}
              known={known}
              onRule={(next, how) => onCondition(conditionOf(next), how)}
              onSettled={onSettled}
            />
          ) : null}
          {condition && !rule ? (
            <p class="ui-quietly">
              This condition holds more than these fields can show. It stays as it is; to change it,
              remove the rule and add a new one.
            </p>
          ) : null}
          {children}
          <div>
            <Button size="small" onClick={() => onOpen(false)}>
              Done
            </Button>
          </div>
        </>
      ) : null}
    </li>
  )
}
