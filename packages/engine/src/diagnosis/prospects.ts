import type { AnswerValue, Form, Question, ScoringModel, Test } from '@bantam/schema'
import { propertiesOfKind } from '../answer/filled.ts'
import { asKey } from '../condition/facts.ts'
import { holdsOf, type Possible } from '../condition/possible-truths.ts'
import { testsOf } from '../condition/refs.ts'
import { possibleAnswers } from '../profiling/possible-answers.ts'
import type { Box } from './box.ts'
import { groupedBy } from './grouped.ts'
import type { Reach } from './reach.ts'
import { allows, PASSED, UNASKED, type Space } from './space.ts'
import { testsOfForm } from './tests-of-form.ts'

/** Every test of a model's criteria and exclusions. */
export const testsOfModel = ({ fit, intent, exclusions = [] }: ScoringModel): readonly Test[] => [
  ...[...fit.groups, ...intent.groups].flatMap(({ criteria }) =>
    criteria.flatMap((one) => ('when' in one ? testsOf(one.when) : [])),
  ),
  ...exclusions.flatMap(({ when }) => testsOf(when)),
]

/** The questions whose answers a ref of a model reads. */
export const readBy = ({ questions }: Form, ref: string): readonly Question[] => {
  const name = ref.slice(ref.indexOf(':') + 1)
  if (ref.startsWith('property:'))
    return questions.filter(
      ({ property, kind }) => property === name || propertiesOfKind(kind).includes(name),
    )
  if (!ref.startsWith('question:')) return []
  const whole = questions.find(({ id }) => id === name)
  return whole ? [whole] : questions.filter(({ id }) => name.startsWith(`${id}.`))
}

interface Told {
  readonly values: Possible['values']
  readonly branches: readonly Test[]
}

export interface Outcome {
  readonly form: Form
  readonly model: ScoringModel
  readonly space: Space
  readonly reach: Reach
}

/** What each ref of the model may hold once a conversation has ended in the box; undefined for unanswered. */
export const prospectsIn = ({
  form,
  model,
  space,
  reach,
}: Outcome): ((box: Box) => (ref: string) => Possible | undefined) => {
  const ofModel = groupedBy(testsOfModel(model), ({ ref }) => ref)
  const ofForm = groupedBy(testsOfForm(form), ({ ref }) => asKey(ref))
  const answers = new Map(
    form.questions.map((question): [string, Told] => {
      const refs = [`question:${question.id}`, `property:${question.property}`]
      const branches = ofForm.get(`question:${question.id}`) ?? []
      const tests = [...refs.flatMap((ref) => ofModel.get(ref) ?? []), ...branches]
      const values = tests.some(isNamedList) ? 'any' : possibleAnswers(question, tests)
      return [question.id, { values, branches }]
    }),
  )
  const answerTo = (question: Question, box: Box): Possible | undefined => {
    const dimension = space.places.get(`question:${question.id}`) ?? -1
    const mask = reach.maskAtEnd(box, dimension)
    const { values = 'any', branches = [] } = answers.get(question.id) ?? {}
    if ((mask & ~(UNASKED | PASSED)) === 0) return undefined
    const isAllowed = (value: AnswerValue) =>
      branches.every((test) => allows(space, { test, mask, truth: truthOf(test, value) }))
    const left = values === 'any' ? values : values.filter(isAllowed)
    return {
      // What stands for the values there may be of another class than those of the branches.
      values: left.length > 0 ? left : 'any',
      mayBeUnanswered: (mask & (UNASKED | PASSED)) !== 0,
    }
  }
  return (box) => (ref) => {
    if (/^(hidden|signal|account):/.test(ref)) return isOpen(form, ref) ? anything : undefined
    if (ref.startsWith('calculation:')) return anything
    const questions = readBy(form, ref)
    const said = questions.flatMap((question) => answerTo(question, box) ?? [])
    const [only] = questions
    if (said.length === 0 || !only) return undefined
    const name = ref.slice(ref.indexOf(':') + 1)
    const isWhole = questions.every(({ id, property }) => id === name || property === name)
    const values = said.flatMap((one) => (one.values === 'any' ? [] : one.values))
    return {
      values: isWhole && said.every((one) => one.values !== 'any') ? values : 'any',
      mayBeUnanswered: !isWhole || said.every(({ mayBeUnanswered }) => mayBeUnanswered),
      ...(isWhole && questions.length === 1 && { source: only.id }),
    }
  }
}

/** What is on a named list, the engine does not know. */
const isNamedList = ({ op, value }: Test) => op === 'in-list' && typeof value === 'string'

const anything: Possible = { values: 'any', mayBeUnanswered: true }

const isOpen = ({ hidden = [] }: Form, ref: string) =>
  !ref.startsWith('hidden:') || hidden.includes(ref.slice(7))

const truthOf = (test: Test, value: AnswerValue) =>
  holdsOf(test)({ values: { [asKey(test.ref)]: value }, isOpen: true })
