import type { Form, Question, QuestionOf } from '@bantam/schema'

/** A form of the given questions that thanks at its end. */
export const formOf = (questions: Question[], more: Partial<Form> = {}): Form => ({
  schema: 1,
  title: 'Request a demo',
  language: 'en',
  questions,
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
  ...more,
})

export const size: QuestionOf<'single-choice'> = {
  id: 'size',
  kind: 'single-choice',
  title: 'How big are you?',
  required: true,
  choices: [
    { id: 'small', label: 'Small' },
    { id: 'large', label: 'Large' },
  ],
}

export const name: Question = {
  id: 'name',
  kind: 'short-text',
  title: 'Your name?',
  required: true,
}

export const note: Question = {
  id: 'note',
  kind: 'long-text',
  title: '{{name|Friend}}, what else?',
}
