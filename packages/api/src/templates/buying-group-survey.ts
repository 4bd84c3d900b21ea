import { companyName, endingsOf, firstName, formOf, pick, timeline, workEmail } from './ask.ts'
import type { Template } from './template.ts'
import { address, asked, byAnswer, byNumber, modelOf, when } from './weigh.ts'

const isDecider = {
  ref: 'question:group-role',
  op: 'is-any-of' as const,
  value: ['economic', 'champion'],
}

const concerns = [
  { id: 'security', label: 'Security and privacy' },
  { id: 'effort', label: 'Effort to introduce it' },
  { id: 'adoption', label: 'Whether people will use it' },
  { id: 'price', label: 'Price' },
]

export const buyingGroupSurvey: Template = {
  id: 'buying-group-survey',
  name: 'Buying-group survey',
  description:
    'Sent to everybody who has a say: where the group agrees, and what still stands in the way.',
  group: 'touchpoint',
  letters: [
    { name: 'Budget', questions: ['group-money'] },
    { name: 'Authority', questions: ['group-role'] },
    { name: 'Need', questions: ['group-priorities', 'group-ready'] },
    { name: 'Timeline', questions: ['timeline'] },
  ],
  form: formOf({
    title: 'Your view on the project',
    touchpoint: 'other',
    questions: [
      firstName(),
      workEmail({ why: 'So that your view is put beside those of your colleagues.' }),
      companyName({ required: true }),
      pick(
        'group-role',
        {
          economic: 'I approve the money',
          champion: 'I drive the project',
          technical: 'I check whether it fits technically',
          user: 'I will work with it',
          legal: 'I look after contracts or compliance',
        },
        {
          title: 'What is your part in the project?',
          why: 'Each part has questions of its own.',
          required: true,
          property: 'groupRole',
          bant: 'authority',
          sensitivity: 'role',
        },
      ),
      {
        id: 'group-priorities',
        kind: 'ranking',
        title: 'What matters most to you?',
        help: 'Put the most important first.',
        required: true,
        property: 'groupPriorities',
        bant: 'need',
        sensitivity: 'need',
        choices: [
          { id: 'time', label: 'Saving time' },
          { id: 'revenue', label: 'Winning more business' },
          { id: 'risk', label: 'Lowering risk' },
          { id: 'cost', label: 'Spending less' },
        ],
      },
      {
        id: 'group-concerns',
        kind: 'matrix',
        title: 'How much does each of these worry you?',
        why: 'We would rather answer now than be asked later.',
        property: 'groupConcerns',
        sensitivity: 'need',
        rows: concerns,
        choices: [
          { id: 'none', label: 'Not at all' },
          { id: 'some', label: 'A little' },
          { id: 'much', label: 'A lot' },
        ],
      },
      {
        id: 'group-ready',
        kind: 'scale',
        title: 'How ready are you to go ahead?',
        required: true,
        property: 'groupReady',
        bant: 'need',
        sensitivity: 'need',
        from: 0,
        to: 10,
        labels: { low: 'Not at all', high: 'Today' },
      },
      {
        id: 'group-missing',
        kind: 'long-text',
        title: 'What would have to happen for you to say yes?',
        property: 'groupMissing',
        sensitivity: 'need',
        showIf: { ref: 'question:group-ready', op: 'at-most', value: 7 },
        validation: { maxLength: 2000 },
      },
      timeline({ title: 'When should the decision be made?', showIf: isDecider }),
      pick(
        'group-money',
        {
          approved: 'It is approved',
          requested: 'It has been requested',
          open: 'It is still open',
        },
        {
          title: 'Where does the budget stand?',
          why: 'We prepare the papers that the next step asks for.',
          required: true,
          property: 'groupMoney',
          bant: 'budget',
          sensitivity: 'budget',
          showIf: isDecider,
        },
      ),
    ],
    endings: endingsOf(
      {
        title: 'Thank you, {{first-name|there}}',
        body: 'Your view helps us to prepare what you and your colleagues need.',
      },
      {
        sales: {
          title: 'Thank you, {{first-name|there}}',
          body: 'It sounds as if you are close. We will suggest a date for the next step shortly.',
        },
      },
    ),
  }),
  model: modelOf('Buying groups', {
    fit: [
      byAnswer('groupRole', {
        label: 'Part in the project',
        choices: {
          economic: [50, 'I approve the money', 'Approves the money.'],
          champion: [40, 'I drive the project', 'Makes it happen.'],
          technical: [25, 'I check whether it fits technically', 'Can stop it, cannot start it.'],
          legal: [20, 'I look after contracts or compliance', 'Joins when the decision is near.'],
          user: [15, 'I will work with it', 'Knows best whether it helps.'],
        },
      }),
      address,
    ],
    intent: [
      asked('Answered the survey', {
        question: 'group-ready',
        points: 10,
        rationale: 'Takes part in the decision.',
      }),
      byNumber('groupReady', {
        label: 'Readiness',
        from: [
          [8, 30, 'Would go ahead.'],
          [5, 15, 'One answer away from a yes.'],
        ],
      }),
      byAnswer('groupMoney', {
        label: 'Budget',
        choices: {
          approved: [25, 'It is approved', 'The money is there.'],
          requested: [15, 'It has been requested', 'Somebody asked for it.'],
          open: [0, 'It is still open', 'Nobody has asked for it yet.'],
        },
      }),
      when,
    ],
  }),
}
