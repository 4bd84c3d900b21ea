import type { Condition, Form, Question, Test } from '@bantam/schema'
import { fold } from '../condition/comparison.ts'
import { testsOf } from '../condition/refs.ts'
import { called, calledEnding } from './called.ts'
import type { Finding } from './finding.ts'
import type { Plan } from './plan.ts'
import { removingTests } from './pruned.ts'
import type { Reach, ReachedJump, ReachedStep } from './reach.ts'
import { conditionsOf } from './tests-of-form.ts'

/** Questions nobody sees, conditions that cannot hold or cannot fail, jumps that do nothing. */
export const checkBranches = (plan: Plan, reach: Reach): readonly Finding[] => [
  ...reach.steps.flatMap((step, at) => {
    const question = plan.form.questions[at]
    if (!question) return []
    return [
      ...checkReached(question, { step, at }),
      ...step.jumps.flatMap((jump) => checkJump(question, { jump, step, at, form: plan.form })),
      ...checkBounds(question, { at, plan }),
    ]
  }),
  ...checkChoices(plan.form),
]

const checkReached = (
  question: Question,
  { step, at }: { step: ReachedStep; at: number },
): readonly Finding[] => {
  const always = { type: 'setShowIf' as const, id: question.id, when: undefined }
  if (!step.isMet)
    return [
      {
        code: 'unreachable-question',
        severity: 'error',
        path: `questions.${at}`,
        message: `Nobody ever comes to ${called(question)}: every conversation ends or jumps over it before. Change a jump, or remove the question.`,
      },
    ]
  if (!step.isAsked)
    return [
      {
        code: 'unreachable-question',
        severity: 'error',
        path: `questions.${at}.showIf`,
        message: `${called(question)} is never shown: its condition cannot hold when a conversation comes to it. Change the condition, or remove it.`,
        fix: { label: 'Always show it', edits: [always] },
      },
    ]
  if (!question.showIf || step.isPassedBy) return []
  return [
    {
      code: 'condition-always-holds',
      severity: 'hint',
      path: `questions.${at}.showIf`,
      message: `${called(question)} is shown to everybody who comes to it: its condition always holds.`,
      fix: { label: 'Remove the condition', edits: [always] },
    },
  ]
}

interface Jumping {
  readonly jump: ReachedJump
  readonly step: ReachedStep
  readonly at: number
  readonly form: Form
}

const checkJump = (question: Question, { jump, step, at, form }: Jumping): readonly Finding[] => {
  if (!step.isAsked) return []
  const target =
    jump.ending === undefined
      ? called(form.questions[jump.to] ?? question)
      : `the ending ${calledEnding(form, jump.ending)}`
  const found = (code: string, message: string): readonly Finding[] => [
    {
      code,
      severity: 'warning',
      path: `questions.${at}.jumps.${jump.index}`,
      message,
      fix: {
        label: 'Remove the jump',
        edits: [{ type: 'removeJump', id: question.id, at: jump.index }],
      },
    },
  ]
  if (!jump.isTried)
    return found(
      'jump-never-tried',
      `The jump of ${called(question)} to ${target} is never tried: a jump before it always holds.`,
    )
  if (!jump.isTaken)
    return found(
      'condition-never-holds',
      `The jump of ${called(question)} to ${target} is never taken: its condition cannot hold there.`,
    )
  const isLast = step.jumps.at(-1)?.index === jump.index
  if (isLast && jump.ending === undefined && jump.to === at + 1)
    return found(
      'jump-does-nothing',
      `The jump of ${called(question)} to ${target} does nothing: that is the next question anyway.`,
    )
  const before = step.jumps.find(
    (one) => one.index < jump.index && one.atMost === Infinity && isEqual(one.when, jump.when),
  )
  if (!before) return []
  return found(
    'repeated-jump',
    `The jump of ${called(question)} to ${target} has the condition of a jump before it, which is taken instead.`,
  )
}

/** A bound says how often; a jump ahead from where no conversation comes twice, or to an ending, is taken once anyway. */
const checkBounds = (
  question: Question,
  { at, plan }: { at: number; plan: Plan },
): readonly Finding[] => {
  const comesAgain = plan.steps.some(
    ({ jumps }, from) => from >= at && jumps.some(({ to }) => to <= at),
  )
  return (plan.steps[at]?.jumps ?? []).flatMap(({ index, ending }): readonly Finding[] => {
    const jump = question.jumps?.[index]
    if (jump?.atMost === undefined || (comesAgain && ending === undefined)) return []
    const { atMost: _, ...unbounded } = jump
    return [
      {
        code: 'bound-does-nothing',
        severity: 'warning',
        path: `questions.${at}.jumps.${index}.atMost`,
        message: `The bound on a jump of ${called(question)} does nothing: a conversation takes that jump once at most anyway. Take the bound out.`,
        fix: {
          label: 'Remove the bound',
          edits: [{ type: 'setJump', id: question.id, at: index, jump: unbounded }],
        },
      },
    ]
  })
}

const isEqual = (one: Condition, other: Condition) => JSON.stringify(one) === JSON.stringify(other)

/** Comparisons with choices that are not there, in branches and calculations. */
const checkChoices = (form: Form): readonly Finding[] => {
  const questions = new Map(form.questions.map((question) => [`question:${question.id}`, question]))
  return conditionsOf(form).flatMap(({ path, condition }) =>
    testsOf(condition).flatMap((test) => {
      const question = questions.get(test.ref)
      const missing = question ? missingChoices(question, test) : []
      return missing.map((id): Finding => ({
        code: 'unknown-choice',
        severity: 'warning',
        path,
        message: `A condition compares ${called(question as Question)} with the choice "${id}", which the question does not offer. Choose another.`,
        ...(Array.isArray(test.value)
          ? {}
          : {
              fix: removingTests(form, {
                isDoomed: (one) => one.ref === test.ref && one.value === test.value,
                label: 'Remove the rules that compare with it',
              }),
            }),
      }))
    }),
  )
}

const compared: ReadonlySet<Test['op']> = new Set([
  'is',
  'is-not',
  'is-any-of',
  'is-none-of',
  'contains',
  'does-not-contain',
])

const missingChoices = (question: Question, { op, value }: Test): readonly string[] => {
  if (!('choices' in question) || value === undefined || !compared.has(op)) return []
  const ids = new Set(question.choices.map(({ id }) => fold(id)))
  const operands = Array.isArray(value) ? value : [value]
  return operands.map(String).filter((id) => !ids.has(fold(id)))
}
