import type { Form, Question as OwnQuestion } from '@bantam/schema'
import {
  Model,
  type Question,
  type QuestionMatrixDropdownModel,
  type QuestionMatrixModel,
  type QuestionMultipleTextModel,
  type QuestionPanelDynamicModel,
  type QuestionSelectBase,
} from 'survey-core'
import { planOf } from '../plan.ts'
import { readSurvey } from '../survey.ts'

/** A conversation as SurveyJS has it with someone who goes from the first question to the last. */
export interface ReferenceWalk {
  /** Ids of our questions, in the order in which SurveyJS came to them. */
  readonly path: readonly string[]
  readonly answers: readonly { readonly questionId: string; readonly value: unknown }[]
  /** What SurveyJS shows at the end, as text. */
  readonly ending: string
}

/** Draws a whole number below `bound`. */
export type Draw = (bound: number) => number

/**
 * Runs survey-core's own model question by question: asks what is visible and open at its turn,
 * answers by chance, skips where SurveyJS lets one, obeys its triggers.
 */
export const referenceWalk = (
  definition: Readonly<Record<string, unknown>>,
  { form, draw }: { readonly form: Form; readonly draw: Draw },
): ReferenceWalk => {
  const survey = new Model(definition)
  const ids = new Map(
    planOf(readSurvey(definition)).map(({ asked, id }) => [asked.name, id] as const),
  )
  const own = new Map(form.questions.map((question) => [question.id, question]))
  let goal: string | undefined
  let isComplete = false
  survey.focusQuestion = (name) => {
    goal = name
    return true
  }
  survey.canBeCompleted = (_trigger: unknown, isCompleted: boolean) => {
    isComplete ||= isCompleted
  }

  const path: string[] = []
  const answers: { questionId: string; value: unknown }[] = []
  if (survey.description) {
    path.push('welcome')
    answers.push({ questionId: 'welcome', value: true })
  }
  const asked = survey
    .getAllQuestions()
    .flatMap((outer) => singles(outer).map((one) => ({ ...one, outer })))
  for (const { name, question, outer } of asked) {
    if (goal !== undefined) {
      const isThere = name === goal || question.page?.name === goal
      if (!isThere) continue
      goal = undefined
    }
    const id = ids.get(name) ?? name
    const ours = own.get(id)
    if (!ours || !isOpen(outer) || !isOpen(question)) continue
    path.push(id)
    answers.push({ questionId: id, value: answered(question, { ours, draw }) })
    if (isComplete) break
  }
  const html = survey.renderedCompletedHtml ?? ''
  return { path, answers, ending: html.replaceAll(/<[^>]*>/g, '').trim() }
}

interface Single {
  readonly name: string
  readonly question: Question
}

/** What a question asks one by one; of what can be added to, the first. */
const singles = (question: Question): readonly Single[] => {
  const { name } = question
  switch (question.getType()) {
    case 'paneldynamic': {
      const repeated = question as QuestionPanelDynamicModel
      repeated.panelCount = 1
      return (repeated.panels[0]?.questions ?? []).map((one) => ({
        name: `${name}[0].${one.name}`,
        question: one,
      }))
    }
    case 'multipletext':
      return (question as QuestionMultipleTextModel).items.map((item) => ({
        name: `${name}.${item.name}`,
        question: item.editor,
      }))
    case 'matrixdropdown':
      return (question as QuestionMatrixDropdownModel).visibleRows.flatMap((row) =>
        row.cells.map(({ column, question: cell }) => ({
          name: `${name}.${row.rowName}.${column.name}`,
          question: cell,
        })),
      )
    default:
      return [{ name, question }]
  }
}

const isOpen = (question: Question): boolean => {
  const asReadable = question.getType() === 'html' || question.getType() === 'expression'
  const isShown = (around: Pick<Question, 'isVisible'> & { parent?: unknown }): boolean =>
    around.isVisible && (!around.parent || isShown(around.parent as typeof around))
  return isShown(question) && (asReadable || !question.isReadOnly)
}

/** Gives SurveyJS an answer and says it as ours. */
const answered = (
  question: Question,
  { ours, draw }: { ours: OwnQuestion; draw: Draw },
): unknown => {
  if (ours.kind === 'statement') return true
  // An upload is made elsewhere, and ranked things are read by no rule.
  const isLeftOut = ours.kind === 'file' || ours.kind === 'ranking'
  if (isLeftOut || (!ours.required && draw(4) === 0)) {
    question.clearValue()
    return null
  }
  switch (ours.kind) {
    case 'single-choice':
    case 'dropdown':
    case 'picture-choice': {
      if (question.getType() === 'boolean' || question.getType() === 'rating')
        return listed(question, { ours, draw })
      const items = itemsOf(question)
      const item = items[draw(items.length)]
      question.value = item?.value
      const choice = ours.choices.find(({ label }) => label === item?.text)
      return choice?.id ?? { other: 'another' }
    }
    case 'multiple-choice': {
      const items = itemsOf(question)
      const picked = items.filter(() => draw(2) === 0)
      const some = (picked.length > 0 ? picked : items).slice(0, ours.validation?.max ?? 1000)
      question.value = some.map(({ value }) => value as unknown)
      return some.map(
        ({ text, value }) =>
          ours.choices.find(({ id, label }) => label === text || id === value)?.id ?? {
            other: 'another',
          },
      )
    }
    case 'yes-no': {
      const isYes = draw(2) === 0
      question.value = isYes
        ? ((question as unknown as { valueTrue?: unknown }).valueTrue ?? true)
        : ((question as unknown as { valueFalse?: unknown }).valueFalse ?? false)
      return isYes
    }
    case 'rating':
      return (question.value = 1 + draw(ours.steps ?? 5))
    case 'scale': {
      const { from = 0, to = 10 } = ours
      return (question.value = from + draw(to - from + 1))
    }
    case 'number': {
      const { min = 0, max = 30 } = ours.validation ?? {}
      return (question.value = min + draw(max - min + 1))
    }
    case 'date':
      return (question.value = `2026-0${1 + draw(9)}-1${draw(9)}`)
    case 'email':
      return (question.value = `a${draw(3)}@b.example`)
    case 'phone':
      return (question.value = `+49 30 12345${draw(9)}`)
    case 'website':
      return (question.value = `https://a${draw(3)}.example/`)
    case 'matrix': {
      const matrix = question as QuestionMatrixModel
      const rows = matrix.visibleRows.map(({ name }, at) => {
        const column = draw(ours.choices.length)
        return { row: name, id: ours.rows[at]?.id ?? '', column }
      })
      matrix.value = Object.fromEntries(
        rows.map(({ row, column }) => [row, matrix.visibleColumns[column]?.value as unknown]),
      )
      return Object.fromEntries(rows.map(({ id, column }) => [id, ours.choices[column]?.id]))
    }
    default:
      return (question.value = words[draw(words.length)])
  }
}

/** A rating or a boolean that became choices: its values stand in their order. */
const listed = (
  question: Question,
  { ours, draw }: { ours: Extract<OwnQuestion, { choices: unknown[] }>; draw: Draw },
): unknown => {
  const at = draw(ours.choices.length)
  const values =
    question.getType() === 'boolean'
      ? [true, false]
      : (question as unknown as { visibleRateValues: { value: unknown }[] }).visibleRateValues.map(
          ({ value }) => value,
        )
  question.value = values[at]
  return ours.choices[at]?.id
}

const itemsOf = (question: Question) =>
  (question as QuestionSelectBase).visibleChoices.filter(({ id }) => id !== 'selectall')

const words = ['x', 'yellow', 'Xylophone', 'nothing', 'y']
