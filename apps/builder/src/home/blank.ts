import type { Form } from '@bantam/schema'

/** As little as a form can be: an address and a word of thanks. */
export const blankForm = (): Form => ({
  schema: 1,
  title: 'Untitled form',
  language: 'en',
  questions: [
    {
      id: 'email',
      kind: 'email',
      title: 'What is your email address?',
      required: true,
      property: 'email',
      sensitivity: 'contact',
    },
  ],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
})
