import type { Form } from '@bantam/schema'

/** The demo's short form: a guide for an address, with two questions about the person, and never the same twice. */
export const contentDownload: Form = {
  schema: 1,
  title: 'Download the qualification guide',
  language: 'en',
  touchpoint: 'download',
  hidden: ['utm_source', 'utm_medium', 'utm_campaign'],
  consents: [
    {
      purpose: 'contact',
      text: 'You may write to me about lead qualification.',
      textVersion: '2026-11',
    },
  ],
  questions: [
    {
      id: 'first-name',
      kind: 'short-text',
      title: 'What is your first name?',
      required: true,
      property: 'firstName',
      sensitivity: 'contact',
      validation: { maxLength: 80 },
    },
    {
      id: 'work-email',
      kind: 'email',
      title: 'Where shall we send the guide, {{first-name|there}}?',
      required: true,
      property: 'email',
      sensitivity: 'contact',
    },
    {
      id: 'company',
      kind: 'company',
      title: 'Which company are you with?',
      property: 'company',
      sensitivity: 'company',
      parts: ['name'],
    },
    {
      id: 'role',
      kind: 'single-choice',
      title: 'What describes your role best?',
      property: 'role',
      bant: 'authority',
      sensitivity: 'role',
      choices: [
        { id: 'r-executive', label: 'Founder or executive' },
        { id: 'r-director', label: 'Director or VP' },
        { id: 'r-manager', label: 'Manager or team lead' },
        { id: 'r-specialist', label: 'Specialist' },
        { id: 'r-student', label: 'Student' },
      ],
    },
    {
      id: 'usefulness',
      kind: 'scale',
      title: 'How pressing is lead quality for you right now?',
      property: 'urgency',
      bant: 'need',
      sensitivity: 'need',
      from: 0,
      to: 10,
      labels: { low: 'Not at all', high: 'It keeps me up' },
    },
    {
      id: 'contact-consent',
      kind: 'consent',
      title: 'May we write to you again?',
      purpose: 'contact',
    },
  ],
  endings: [
    {
      id: 'guide',
      kind: 'message',
      title: 'It is on its way, {{first-name|there}}.',
      body: 'The guide is in your mailbox in a minute.',
    },
  ],
}
