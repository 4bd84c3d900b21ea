import type { Question } from '@bantam/schema'

/**
 * A question whose choices and rows are labelled with what they recall, for whoever shows them; the
 * same question where nothing is recalled.
 */
export const saidLabels = <Q extends Question>(question: Q, say: (text: string) => string): Q => {
  const choices = 'choices' in question ? question.choices : []
  const rows = 'rows' in question ? question.rows : []
  if (![...choices, ...rows].some(({ label }) => label.includes('{{'))) return question
  const said = (list: readonly { readonly label: string }[]) =>
    list.map((one) => ({ ...one, label: say(one.label) }))
  return {
    ...question,
    ...(choices.length > 0 && { choices: said(choices) }),
    ...(rows.length > 0 && { rows: said(rows) }),
  }
}
