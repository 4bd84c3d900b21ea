import type { Form, Question } from '@bantam/schema'
import { withChanged } from './list.ts'

export const withQuestions = (form: Form, questions: readonly Question[]): Form =>
  questions === form.questions ? form : { ...form, questions: [...questions] }

export const onQuestion = (
  form: Form,
  id: string,
  ...[change]: [change: (question: Question) => Question]
): Form => withQuestions(form, withChanged(form.questions, { id, change }))
