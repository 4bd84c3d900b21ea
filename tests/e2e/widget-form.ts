import type { Form } from '@bantam/schema'

/** A form with a question of every kind that comes with the widget itself, a branch, recall, and texts long and short. */
export const everyKind: Form = {
  schema: 1,
  title: 'Request a demo',
  language: 'en',
  hidden: ['plan', 'utm_source'],
  consents: [
    {
      purpose: 'contact',
      text: 'Acme may contact me about my request by email and phone. I can take this back at any time.',
      textVersion: '2026-11',
    },
  ],
  questions: [
    {
      id: 'size',
      kind: 'single-choice',
      title: 'How many people work at your company?',
      help: 'A rough figure is enough.',
      why: 'Teams of different sizes buy and roll out differently. We show you what fits yours.',
      required: true,
      choices: [
        { id: 's-1', label: '1–50' },
        { id: 's-2', label: '51–200' },
        { id: 's-3', label: '201–1000' },
        { id: 's-4', label: 'More than 1000' },
      ],
      jumps: [
        {
          when: { ref: 'question:size', op: 'is', value: 's-1' },
          to: 'question:name',
        },
      ],
    },
    {
      id: 'procurement',
      kind: 'yes-no',
      title: 'Does a procurement team take part in the decision?',
      required: true,
    },
    {
      id: 'name',
      kind: 'short-text',
      title: 'What is your name?',
      required: true,
      property: 'name',
    },
    {
      id: 'email',
      kind: 'email',
      title: 'Thank you, {{name|friend}}. Where can we reach you?',
      placeholder: 'you@company.com',
      required: true,
    },
    { id: 'phone', kind: 'phone', title: 'And by phone?', help: 'Only for the appointment.' },
    {
      id: 'company',
      kind: 'company',
      title: 'Where do you work?',
      required: true,
      parts: ['name', 'domain', 'size'],
    },
    {
      id: 'tools',
      kind: 'multiple-choice',
      title: 'What do you use today?',
      help: 'Pick as many as apply.',
      other: true,
      choices: [
        { id: 'sheets', label: 'Spreadsheets' },
        { id: 'forms', label: 'Online forms' },
        { id: 'crm', label: 'A CRM' },
        { id: 'mail', label: 'A shared mailbox' },
        { id: 'chat', label: 'Chat on the website' },
        { id: 'own', label: 'Something we wrote ourselves' },
        { id: 'none', label: 'Nothing yet' },
      ],
    },
    {
      id: 'industry',
      kind: 'dropdown',
      title: 'Which industry are you in?',
      required: true,
      choices: [
        { id: 'software', label: 'Software' },
        { id: 'health', label: 'Health' },
        { id: 'retail', label: 'Retail' },
      ],
    },
    {
      id: 'seats',
      kind: 'number',
      title: 'How many seats would you need?',
      unit: 'seats',
      required: true,
      validation: { min: 1, integer: true },
    },
    { id: 'start', kind: 'date', title: 'When would you like to start?' },
    {
      id: 'tour',
      kind: 'statement',
      title: 'Nearly there',
      help: 'Three short questions about how it went so far.',
      button: 'Go on',
    },
    { id: 'rating', kind: 'rating', title: 'How do you like this form?', required: true },
    {
      id: 'recommend',
      kind: 'scale',
      title: 'How likely are you to recommend us?',
      labels: { low: 'Not at all likely', high: 'Very likely' },
      required: true,
    },
    {
      id: 'problem',
      kind: 'long-text',
      title: 'What would you like to solve first?',
      placeholder: 'In your own words',
      why: 'The person who calls you reads this before the call.',
    },
    {
      id: 'consent',
      kind: 'consent',
      title: 'May we contact you?',
      purpose: 'contact',
      required: true,
    },
  ],
  endings: [
    {
      id: 'thanks',
      kind: 'message',
      title: 'Thank you, {{name}}.',
      body: 'We have received your request.\nSomebody will write to you within a business day.',
    },
  ],
}

/** Three questions, for tests about everything but questions. */
export const shortForm: Form = {
  ...everyKind,
  questions: [
    {
      id: 'size',
      kind: 'single-choice',
      title: 'How many people work at your company?',
      why: 'Teams of different sizes buy differently.',
      required: true,
      choices: [
        { id: 's-1', label: '1–50' },
        { id: 's-2', label: '51–200' },
      ],
    },
    { id: 'name', kind: 'short-text', title: 'What is your name?', required: true },
    { id: 'problem', kind: 'short-text', title: '{{name}}, what would you like to solve?' },
  ],
}
