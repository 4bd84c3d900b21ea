import type { Form, QuestionKind, QuestionOf } from '@bantam/schema'

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

const choices = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
]
const when = { any: [{ ref: 'question:email', op: 'is-answered' as const }] }

/** A question of each kind with all that the kind may hold. */
export const questionsOfEveryKind: { readonly [K in QuestionKind]: QuestionOf<K> } = {
  'short-text': {
    id: 'name',
    kind: 'short-text',
    title: 'Name',
    placeholder: 'Ada',
    property: 'name',
    section: { title: 'About you', help: 'Two questions' },
    validation: { minLength: 1, maxLength: 80, pattern: '[A-Z].*', patternHint: 'A capital' },
  },
  'long-text': { id: 'story', kind: 'long-text', title: 'Story', validation: { maxLength: 500 } },
  email: { id: 'email', kind: 'email', title: 'Email', validation: { business: true } },
  phone: { id: 'phone', kind: 'phone', title: 'Phone', validation: { country: 'DE' } },
  website: { id: 'site', kind: 'website', title: 'Site', ask: 'always' },
  number: {
    id: 'seats',
    kind: 'number',
    title: 'Seats',
    unit: 'seats',
    remember: { freshDays: 90 },
    validation: { min: 1, max: 9.5, integer: true },
  },
  'single-choice': { id: 'one', kind: 'single-choice', title: 'One', choices, other: true },
  'multiple-choice': {
    id: 'many',
    kind: 'multiple-choice',
    title: 'Many',
    choices,
    showIf: when,
    validation: { min: 1, max: 2 },
  },
  dropdown: { id: 'drop', kind: 'dropdown', title: 'Drop', choices, placeholder: 'Choose' },
  'picture-choice': {
    id: 'picture',
    kind: 'picture-choice',
    title: 'Picture',
    choices: [{ id: 'a', label: 'A', image: 'https://example.com/a.png', alt: 'An A' }],
  },
  'yes-no': { id: 'sure', kind: 'yes-no', title: 'Sure?', bant: 'need', sensitivity: 'need' },
  rating: { id: 'stars', kind: 'rating', title: 'Stars', steps: 5 },
  scale: { id: 'nps', kind: 'scale', title: 'NPS', from: 0, to: 10, labels: { low: 'No' } },
  date: { id: 'day', kind: 'date', title: 'Day', validation: { min: '2026-01-01' } },
  ranking: { id: 'rank', kind: 'ranking', title: 'Rank', choices },
  matrix: { id: 'grid', kind: 'matrix', title: 'Grid', rows: choices, choices },
  contact: { id: 'you', kind: 'contact', title: 'You', parts: ['email'], requiredParts: ['email'] },
  address: { id: 'where', kind: 'address', title: 'Where', parts: ['city', 'country'] },
  company: { id: 'firm', kind: 'company', title: 'Firm', parts: ['name', 'size'] },
  file: { id: 'brief', kind: 'file', title: 'Brief', validation: { types: ['pdf'], maxBytes: 99 } },
  consent: { id: 'ok', kind: 'consent', title: 'May we?', purpose: 'marketing', required: true },
  statement: {
    id: 'hello',
    kind: 'statement',
    title: 'Hello',
    button: 'Go',
    passes: true,
    help: 'h',
    why: 'w',
  },
  scheduling: {
    id: 'call',
    kind: 'scheduling',
    title: 'Call',
    url: 'https://example.com/call',
    button: 'Pick a time',
    jumps: [{ when, to: 'ending:thanks' }],
  },
}

/** A form with every kind of question and every part that a form may have. */
export const fullForm = (): Form => ({
  ...exampleForm(),
  touchpoint: 'demo',
  profiling: { budget: 3, stopWhenDecided: false, keepBantForSales: true, restDays: 7 },
  questions: Object.values(questionsOfEveryKind),
  hidden: ['plan', 'campaign'],
  calculations: [
    { id: 'sum', type: 'number', start: 0, steps: [{ when, do: 'add', value: 1 }] },
    { id: 'word', type: 'text', start: '', steps: [] },
  ],
  consents: [{ purpose: 'marketing', text: 'Write to me', textVersion: '1' }],
  translations: { de: { title: 'Vorführung' } },
  theme: { accent: '#c2410c' },
})
