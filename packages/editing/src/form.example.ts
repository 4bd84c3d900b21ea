import type { Form } from '@bantam/schema'

/** A small valid form for the tests: two choice questions, a text, two endings. */
export const exampleForm = (): Form => ({
  schema: 1,
  title: 'Request a demo',
  language: 'en',
  questions: [
    {
      id: 'size',
      kind: 'single-choice',
      title: 'How big is your company?',
      choices: [
        { id: 'small', label: '1–50' },
        { id: 'middle', label: '51–500' },
        { id: 'large', label: '500+' },
      ],
    },
    { id: 'email', kind: 'email', title: 'Work email', required: true },
    {
      id: 'need',
      kind: 'multiple-choice',
      title: 'What brings you here?',
      choices: [{ id: 'speed', label: 'Faster follow-up' }],
    },
  ],
  endings: [
    { id: 'thanks', kind: 'message', title: 'Thank you' },
    { id: 'thanks-sales', kind: 'message', title: 'Talk soon', for: 'sales' },
  ],
})
