import type { Condition, Form, Question } from '@bantam/schema'

export interface PlannedJump {
  /** Its place among the question's jumps. */
  readonly index: number
  readonly when: Condition
  /** A place in the list of questions; the number of questions for an ending. */
  readonly to: number
  readonly ending: string | undefined
  readonly atMost: number
}

interface PlannedStep {
  readonly question: Question
  readonly jumps: readonly PlannedJump[]
}

/** A form as the walk sees it: jumps to nowhere and jumps back without a bound are as if absent. */
export interface Plan {
  readonly form: Form
  readonly steps: readonly PlannedStep[]
  /** From here on a question may be asked again; beyond the end when nothing jumps back. */
  readonly repeatsFrom: number
}

export const planOf = (form: Form): Plan => {
  const { questions } = form
  const places = new Map(questions.map(({ id }, place) => [id, place]))
  const steps = questions.map((question, place) => ({
    question,
    jumps: (question.jumps ?? []).flatMap(
      ({ when, to, atMost = Infinity }, index): PlannedJump[] => {
        const id = targetOf(to)
        if (to.startsWith('ending:'))
          return [{ index, when, to: questions.length, ending: id, atMost }]
        const target = places.get(id)
        if (target === undefined || (target <= place && atMost === Infinity)) return []
        return [{ index, when, to: target, ending: undefined, atMost }]
      },
    ),
  }))
  const backs = steps.flatMap(({ jumps }, place) =>
    jumps.flatMap(({ to }) => (to <= place ? [to] : [])),
  )
  return { form, steps, repeatsFrom: Math.min(questions.length, ...backs) }
}

/** The id that a jump's `question:ID` or `ending:ID` names. */
export const targetOf = (to: string): string => to.slice(to.indexOf(':') + 1)
