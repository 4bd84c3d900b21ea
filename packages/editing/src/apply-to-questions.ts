import type { Form, Jump, Question } from '@bantam/schema'
import type { Appliers } from './appliers.ts'
import { withInserted, withMoved, without } from './list.ts'
import { onQuestion, withQuestions } from './on-question.ts'
import { isQuestion, questionChecks } from './question-checks.ts'
import { withKind } from './with-kind.ts'
import { withField } from './with-field.ts'

const mostQuestions = 1000

export const applyToQuestions: Appliers<
  | 'addQuestion'
  | 'removeQuestion'
  | 'moveQuestion'
  | 'duplicateQuestion'
  | 'setQuestion'
  | 'setQuestionKind'
  | 'setShowIf'
  | 'addJump'
  | 'setJump'
  | 'removeJump'
  | 'moveJump'
> = {
  addQuestion: (form, { question, before }) => withAdded(form, question, before),
  removeQuestion: (form, { id }) =>
    form.questions.length === 1 ? form : withQuestions(form, without(form.questions, id)),
  moveQuestion: (form, { id, before }) =>
    withQuestions(form, withMoved(form.questions, { id, before })),
  duplicateQuestion: (form, { id, newId }) => {
    const at = form.questions.findIndex((each) => each.id === id)
    const original = form.questions[at]
    if (!original) return form
    const { jumps: _jumps, property: _property, ...rest } = original
    return withAdded(form, { ...rest, id: newId }, form.questions[at + 1]?.id)
  },
  setQuestion: (form, { id, field, value }) =>
    onQuestion(form, id, (question) => withSetting(question, field, value)),
  setQuestionKind: (form, { id, blank }) =>
    onQuestion(form, id, (question) => withKind(question, blank)),
  setShowIf: (form, { id, when }) =>
    onQuestion(form, id, (question) => withSetting(question, 'showIf', when)),
  addJump: (form, { id, jump, at }) =>
    onJumps(form, id, (jumps) => jumps.toSpliced(at ?? jumps.length, 0, jump)),
  setJump: (form, { id, at, jump }) =>
    onJumps(form, id, (jumps) => (has(jumps, at) ? jumps.with(at, jump) : jumps)),
  removeJump: (form, { id, at }) =>
    onJumps(form, id, (jumps) => (has(jumps, at) ? jumps.toSpliced(at, 1) : jumps)),
  moveJump: (form, { id, at, to }) =>
    onJumps(form, id, (jumps) => {
      const jump = jumps[at]
      return jump && has(jumps, to) ? jumps.toSpliced(at, 1).toSpliced(to, 0, jump) : jumps
    }),
}

const withAdded = (form: Form, ...[question, before]: [Question, string | undefined]): Form =>
  form.questions.length < mostQuestions && isQuestion(question)
    ? withQuestions(form, withInserted(form.questions, { item: question, before }))
    : form

const withSetting = (question: Question, ...[field, value]: [string, unknown]): Question =>
  withField(question, { field, value, checks: questionChecks[question.kind] })

const onJumps = (
  form: Form,
  id: string,
  ...[change]: [change: (jumps: readonly Jump[]) => readonly Jump[]]
): Form =>
  onQuestion(form, id, (question) => {
    const jumps = change(question.jumps ?? [])
    return withSetting(question, 'jumps', jumps.length === 0 ? undefined : jumps)
  })

const has = (list: readonly unknown[], at: number): boolean => Object.hasOwn(list, at)
