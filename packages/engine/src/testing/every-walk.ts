import type { AnswerValue, Form, Hidden, Question } from '@bantam/schema'
import { compileForm } from '../conversation/compile-form.ts'
import { walk, type Walk } from '../conversation/walk.ts'

/**
 * Every finished walk through a form with the replies at hand, up to `most` questions each. Walks
 * that would be longer are left out.
 */
export const everyWalk = (
  form: Form,
  {
    hidden,
    repliesTo,
    most,
  }: {
    readonly hidden: Hidden
    readonly repliesTo: (question: Question) => readonly (AnswerValue | null)[]
    readonly most: number
  },
): readonly Walk[] => {
  const compiled = compileForm(form)
  const walks: Walk[] = []
  const goOn = (replies: readonly (AnswerValue | null)[]) => {
    let asked = 0
    const taken = walk(compiled, { hidden, visit: () => replies[asked++] })
    const question = taken.halted === undefined ? undefined : form.questions[taken.halted]
    if (!question) walks.push(taken)
    else if (replies.length < most)
      for (const reply of repliesTo(question)) goOn([...replies, reply])
  }
  goOn([])
  return walks
}
