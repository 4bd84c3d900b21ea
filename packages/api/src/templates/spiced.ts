import {
  authority,
  companyName,
  companySize,
  endingsOf,
  firstName,
  formOf,
  pick,
  pickSeveral,
  role,
  workEmail,
} from './ask.ts'
import type { Template } from './template.ts'
import { address, asked, byAnswer, byAnswers, modelOf, say, seniority, size } from './weigh.ts'

export const spiced: Template = {
  id: 'spiced',
  name: 'SPICED',
  description: 'For subscriptions, where the date that matters is the customer’s.',
  group: 'framework',
  letters: [
    { name: 'Situation', questions: ['company-size', 'situation'] },
    { name: 'Pain', questions: ['pains'] },
    { name: 'Impact', questions: ['impact'] },
    { name: 'Critical event', questions: ['critical-event', 'event-date'] },
    { name: 'Decision', questions: ['authority'] },
  ],
  form: formOf({
    title: 'Tell us where you stand',
    touchpoint: 'demo',
    questions: [
      firstName(),
      workEmail(),
      companyName({ required: true }),
      companySize(),
      pick(
        'situation',
        {
          tool: 'With another product',
          sheets: 'With spreadsheets and email',
          own: 'With something we built ourselves',
          nothing: 'Not at all so far',
        },
        {
          title: 'How do you do it today?',
          required: true,
          property: 'situation',
          sensitivity: 'company',
        },
      ),
      role(),
      authority({
        title: 'Who decides about a change?',
        why: 'So that nobody is surprised later.',
      }),
      pickSeveral(
        'pains',
        {
          slow: 'It takes too long',
          errors: 'It goes wrong too often',
          dear: 'It costs too much',
          alone: 'It depends on one person',
          fine: 'It works well enough',
        },
        {
          title: 'What bothers you about it?',
          required: true,
          property: 'pains',
          bant: 'need',
          sensitivity: 'need',
        },
      ),
      pick(
        'impact',
        {
          company: 'The whole company would notice',
          team: 'Our team would get hours back',
          me: 'I would sleep better',
        },
        {
          title: 'What would change if it were solved?',
          required: true,
          property: 'impact',
          bant: 'need',
          sensitivity: 'need',
          showIf: { not: { ref: 'question:pains', op: 'contains', value: 'fine' } },
        },
      ),
      pick(
        'critical-event',
        {
          date: 'Yes, and the date is fixed',
          wish: 'Yes, but the date can move',
          none: 'No, it can wait',
        },
        {
          title: 'Is there a date by which it has to work?',
          help: 'A launch, a season, a contract that ends.',
          required: true,
          property: 'criticalEvent',
          bant: 'timeline',
          sensitivity: 'timeline',
        },
      ),
      {
        id: 'event-date',
        kind: 'date',
        title: 'Which date is it?',
        why: 'We count back from it, and say so if it is too close.',
        property: 'eventDate',
        bant: 'timeline',
        sensitivity: 'timeline',
        showIf: { ref: 'question:critical-event', op: 'is', value: 'date' },
      },
      pick(
        'spend',
        {
          more: 'We would pay more for a better way',
          same: 'We would pay about the same',
          less: 'It has to cost less',
          unknown: 'I cannot say yet',
        },
        {
          title: 'What may it cost, compared with today?',
          why: 'We suggest only what is within reach.',
          property: 'spend',
          bant: 'budget',
          sensitivity: 'budget',
        },
      ),
    ],
    endings: endingsOf(
      {
        title: 'Thank you, {{first-name|there}}',
        body: 'We read your answers and write back within one working day.',
      },
      {
        sales: {
          title: 'Let us look at your date, {{first-name|there}}',
          body: 'Somebody will be in touch shortly with a plan that works back from it.',
        },
        nurture: {
          title: 'Thank you, {{first-name|there}}',
          body: 'We send you how teams in your situation made the change, step by step.',
        },
      },
    ),
  }),
  model: modelOf('SPICED', {
    fit: [
      size,
      seniority,
      say,
      byAnswer('situation', {
        label: 'Situation',
        choices: {
          tool: [15, 'With another product', 'Has a budget line for it already.'],
          sheets: [14, 'With spreadsheets and email', 'Has outgrown it.'],
          own: [8, 'With something we built ourselves', 'Is proud of it, and pays for it.'],
          nothing: [2, 'Not at all so far', 'Has lived without it.'],
        },
      }),
      address,
    ],
    intent: [
      asked('Described the situation', {
        question: 'pains',
        points: 5,
        rationale: 'Answered honestly.',
      }),
      byAnswers('pains', {
        label: 'Pain',
        cap: 20,
        choices: {
          errors: [14, 'It goes wrong too often', 'Mistakes have a price.'],
          slow: [12, 'It takes too long', 'Hours can be counted.'],
          dear: [12, 'It costs too much', 'Compares prices now.'],
          alone: [10, 'It depends on one person', 'A risk that a manager sees.'],
          fine: [-15, 'It works well enough', 'No pain, no change.'],
        },
      }),
      byAnswer('impact', {
        label: 'Impact',
        choices: {
          company: [18, 'The whole company would notice', 'Others will ask for it too.'],
          team: [12, 'Our team would get hours back', 'A team pays for hours.'],
          me: [4, 'I would sleep better', 'Hard to put into a business case.'],
        },
      }),
      byAnswer('criticalEvent', {
        label: 'Critical event',
        choices: {
          date: [25, 'Yes, and the date is fixed', 'The date decides, not we.'],
          wish: [10, 'Yes, but the date can move', 'A wish, not a date.'],
          none: [0, 'No, it can wait', 'What can wait will wait.'],
        },
      }),
      byAnswer('spend', {
        label: 'Readiness to pay',
        choices: {
          more: [10, 'We would pay more for a better way', 'Pays for better.'],
          same: [6, 'We would pay about the same', 'The budget line is there.'],
          less: [0, 'It has to cost less', 'Looks for savings.'],
          unknown: [0, 'I cannot say yet', 'Unknown so far.'],
        },
      }),
    ],
  }),
}
