import type { Place } from '@bantam/editing'
import type { Form, Question } from '@bantam/schema'
import { CircleAlert, Eye, Split, TriangleAlert } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { kinds } from '../form/kinds.ts'
import { plainTitle, targetName } from '../form/name.ts'
import { sentenceOf, textOf } from '../form/sentence.ts'
import type { Flaw } from './findings.ts'

export interface OutlineRowProps {
  title: string
  leading: ComponentChildren
  trailing?: ComponentChildren
  isCurrent: boolean
  flaw: Flaw | undefined
  onPoint: () => void
}

export const OutlineRow = (props: OutlineRowProps) => (
  <button
    type="button"
    class="outline-row"
    aria-current={props.isCurrent ? 'true' : undefined}
    tabIndex={props.isCurrent ? 0 : -1}
    onClick={props.onPoint}
  >
    {props.leading}
    <span class="outline-title">{props.title}</span>
    {props.flaw ? <FlawMark flaw={props.flaw} /> : null}
    {props.trailing}
  </button>
)

/** A shape and a number, and the words on pointing at it. */
const FlawMark = ({ flaw: { severity, count, says } }: { flaw: Flaw }) => {
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert
  const words = severity === 'error' ? 'to correct' : 'to look at'
  return (
    <span class="outline-flaw" data-severity={severity} title={says}>
      <Icon role="img" aria-label={`${count} ${words}:`} />
      {count > 1 ? <span aria-hidden="true">{count}</span> : null}
    </span>
  )
}

interface OutlineQuestionProps {
  form: Form
  question: Question
  number: number
  isCurrent: boolean
  flaw: Flaw | undefined
  onPoint: (place: Place) => void
}

const Row = ({ form, question, number, isCurrent, flaw, onPoint }: OutlineQuestionProps) => {
  const { Icon, name } = kinds[question.kind]
  const { showIf, jumps = [] } = question
  const title = plainTitle(question.title) || 'Untitled question'
  return (
    <li>
      <OutlineRow
        isCurrent={isCurrent}
        flaw={flaw}
        onPoint={() => onPoint({ part: 'question', id: question.id })}
        title={title}
        leading={
          <>
            <span class="outline-number">{number}</span>
            <Icon role="img" aria-label={name} />
          </>
        }
        trailing={
          <>
            {showIf ? (
              <Mark Icon={Eye} says={`Shown only if ${textOf(sentenceOf(form, showIf))}`} />
            ) : null}
            {jumps.length > 0 ? (
              <Mark
                Icon={Split}
                says={`May go to ${jumps.map(({ to }) => targetName(form, to)).join(', ')}`}
              />
            ) : null}
          </>
        }
      />
    </li>
  )
}

const Mark = ({ Icon, says }: { Icon: typeof Eye; says: string }) => (
  <span class="outline-mark" title={says}>
    <Icon role="img" aria-label={says} />
  </span>
)

/** A keystroke in one question redraws its own row; of the others only those that may quote it. */
export const OutlineQuestion = (props: OutlineQuestionProps) => {
  const { form, question, number, isCurrent, flaw } = props
  const quoted = question.showIf || question.jumps ? form : undefined
  return useMemo(() => <Row {...props} />, [question, number, isCurrent, flaw?.says, quoted])
}
