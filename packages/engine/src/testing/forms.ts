import type { Condition, Form, Question, Test } from '@bantam/schema'

export const test = (ref: string, op: Test['op'], value?: Test['value']): Test => ({
  ref,
  op,
  ...(value !== undefined && { value }),
})

export const is = (id: string, value: Test['value']): Condition =>
  test(`question:${id}`, 'is', value)

export const choices = (...labels: readonly string[]) =>
  labels.map((label) => ({ id: label.toLowerCase().replaceAll(/[^a-z\d]+/g, '-'), label }))

export const shortText = (id: string, more: Partial<Question> = {}): Question =>
  ({ id, kind: 'short-text', title: id, ...more }) as Question

/** A form with one ending, unless more are given. */
export const formOf = (questions: readonly Question[], more: Partial<Form> = {}): Form => ({
  schema: 1,
  title: 'A form',
  language: 'en',
  questions: [...questions],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
  ...more,
})

const sizes = choices('1–50', '51–200', '201–1,000', 'More')
const isLarge = test('question:company-size', 'is-any-of', ['201-1-000', 'more'])

/** A request for a demo that asks all four BANT letters and branches on the answers. */
export const demoRequest: Form = {
  schema: 1,
  title: 'Request a demo',
  language: 'en',
  touchpoint: 'demo',
  hidden: ['plan'],
  calculations: [
    {
      id: 'interest',
      type: 'number',
      start: 0,
      steps: [
        { when: test('question:needs', 'contains', 'lead-scoring'), do: 'add', value: 10 },
        { when: test('question:needs', 'contains', 'lead-routing'), do: 'add', value: 10 },
        { when: isLarge, do: 'multiply', value: 2 },
      ],
    },
  ],
  questions: [
    { id: 'welcome', kind: 'statement', title: 'Two minutes, and we know what to show you.' },
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
      title: 'Where do we reach you, {{name|friend}}?',
      required: true,
      property: 'email',
      sensitivity: 'contact',
    },
    {
      id: 'role',
      kind: 'single-choice',
      title: 'What do you do?',
      required: true,
      property: 'role',
      bant: 'authority',
      sensitivity: 'role',
      choices: choices(
        'Executive',
        'Director',
        'Manager',
        'Specialist',
        'Student',
        'Looking for a job',
      ),
      jumps: [
        { when: is('role', 'student'), to: 'question:school' },
        { when: is('role', 'looking-for-a-job'), to: 'ending:careers' },
      ],
    },
    {
      id: 'company',
      kind: 'company',
      title: 'Which company?',
      parts: ['name', 'domain'],
      property: 'company',
      sensitivity: 'company',
    },
    {
      id: 'company-size',
      kind: 'dropdown',
      title: 'How many people work at {{company|your company}}?',
      required: true,
      property: 'companySize',
      sensitivity: 'company',
      choices: sizes,
    },
    {
      id: 'needs',
      kind: 'multiple-choice',
      title: 'What should get better?',
      required: true,
      bant: 'need',
      sensitivity: 'need',
      other: true,
      choices: choices('Lead scoring', 'Lead routing', 'Forms', 'Just researching'),
    },
    {
      id: 'call',
      kind: 'yes-no',
      title: 'Shall we call you?',
      showIf: test('calculation:interest', 'at-least', 20),
    },
    {
      id: 'budget',
      kind: 'single-choice',
      title: 'Is there a budget?',
      bant: 'budget',
      sensitivity: 'budget',
      showIf: { not: is('needs', 'just-researching') },
      choices: choices('None', 'Under 10k', '10k to 50k', 'Over 50k'),
    },
    {
      id: 'timeline',
      kind: 'single-choice',
      title: 'When do you want to start?',
      required: true,
      bant: 'timeline',
      sensitivity: 'timeline',
      choices: choices('This quarter', 'This year', 'Someday'),
    },
    {
      id: 'procurement',
      kind: 'yes-no',
      title: 'Does procurement need to be involved?',
      showIf: { all: [isLarge, is('timeline', 'this-quarter')] },
    },
    {
      id: 'upgrade',
      kind: 'long-text',
      title: 'What is your {{hidden:plan|current}} plan missing?',
      showIf: test('hidden:plan', 'is-answered'),
    },
    {
      id: 'consent',
      kind: 'consent',
      title: 'You may contact me about this request.',
      required: true,
      purpose: 'contact',
    },
    {
      id: 'school',
      kind: 'short-text',
      title: 'Where do you study?',
      required: true,
      showIf: is('role', 'student'),
    },
  ],
  endings: [
    { id: 'thanks', kind: 'message', title: 'Thank you, {{name}}.' },
    { id: 'careers', kind: 'redirect', title: 'Our open jobs', url: 'https://example.com/jobs' },
    { id: 'soon', kind: 'message', title: 'We will call you today.', for: 'sales' },
    {
      id: 'guide',
      kind: 'asset',
      title: 'A guide for you',
      url: 'https://example.com/guide',
      for: 'nurture',
    },
  ],
}
