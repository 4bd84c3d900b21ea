import type { AnswerValue, Condition, Form, Question } from '@bantam/schema'
import { refsOf } from '../condition/refs.ts'
import { passesUnseen } from '../conversation/walk.ts'
import { leftOf, type KnownAnswers, type LeftOf } from './certainty.ts'
import { residueOf } from './residue.ts'

/**
 * The residual form: what is left to ask of who has given the known answers before. Known questions are not asked,
 * what depended on them is decided, and what cannot be reached any more is gone. A known question that something still
 * depends on stays as a statement that passes unseen: where it was shown, and where it led. No known value and no text
 * of a known question is in it. Along the remaining answers it leads where the whole form leads along all of them.
 *
 * This is partial evaluation in the sense of Futamura; `hidden:` and calculations stay open.
 */
export const specialise = (form: Form, known: KnownAnswers): Form => {
  const asked = askedIn(form, known)
  const { questions: left, settle } = leftOf(form, asked)
  const calculations = form.calculations?.map((calculation) => ({
    ...calculation,
    steps: calculation.steps.flatMap(({ when, ...step }): (typeof calculation)['steps'] => {
      const holds = when ? residueOf(when, settle) : true
      if (holds === false) return []
      return [holds === true ? step : { ...step, when: holds }]
    }),
  }))
  const shown = left.filter(({ isShown }) => isShown !== false)
  const conditions = [
    ...shown.flatMap(({ isShown, jumps }) => [isShown, ...jumps.map(({ when }) => when)]),
    ...(calculations ?? []).flatMap(({ steps }) => steps.map(({ when }) => when)),
  ].filter((condition) => typeof condition === 'object')
  const read = new Set(conditions.flatMap((condition: Condition) => refsOf(condition)))
  const targets = new Set(shown.flatMap(({ jumps }) => jumps.map(({ to }) => to)))
  const questions = left.flatMap((one) => {
    const { question, isShown, jumps } = one
    const ref = `question:${question.id}`
    if (isShown !== false && !asked.has(question.id)) return [asking(one)]
    const steers = isShown !== false && (jumps.length > 0 || read.has(ref))
    return steers || targets.has(ref) ? [passing(one)] : []
  })
  return {
    ...form,
    questions,
    ...(calculations && { calculations }),
    ...(form.translations && { translations: translationsFor(questions, form.translations) }),
  }
}

/** What passes unseen has no answer to know. */
const askedIn = ({ questions }: Form, known: KnownAnswers): KnownAnswers =>
  new Map(
    questions.flatMap((question): [string, AnswerValue][] => {
      const value = passesUnseen(question) ? undefined : known.get(question.id)
      return value === undefined ? [] : [[question.id, value]]
    }),
  )

const asking = ({ question, ...left }: LeftOf): Question => {
  const { showIf: _showIf, jumps: _jumps, ...kept } = question
  return { ...kept, ...steering(left) }
}

const passing = ({ question, ...left }: LeftOf): Question => ({
  id: question.id,
  kind: 'statement',
  title: '',
  passes: true,
  ...steering(left),
})

const steering = ({
  isShown,
  jumps,
}: Pick<LeftOf, 'isShown' | 'jumps'>): Pick<Question, 'showIf' | 'jumps'> => ({
  ...(isShown !== true && { showIf: isShown || never }),
  ...(jumps.length > 0 && { jumps: [...jumps] }),
})

const never: Condition = { any: [] }

/** Texts of questions that are not asked do not travel either. */
const translationsFor = (
  questions: readonly Question[],
  translations: NonNullable<Form['translations']>,
): Form['translations'] => {
  const ids = questions.filter((question) => !passesUnseen(question)).map(({ id }) => id)
  const travels = (key: string) =>
    !key.startsWith('questions.') || ids.some((id) => key.startsWith(`questions.${id}.`))
  return Object.fromEntries(
    Object.entries(translations).map(([language, texts]) => [
      language,
      Object.fromEntries(Object.entries(texts).filter(([key]) => travels(key))),
    ]),
  )
}
