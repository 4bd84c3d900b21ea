import {
  authority,
  budget,
  companyName,
  companySize,
  endingsOf,
  firstName,
  formOf,
  pick,
  role,
  timeline,
  workEmail,
} from './ask.ts'
import type { Template } from './template.ts'
import { address, asked, byAnswer, modelOf, money, say, seniority, size, when } from './weigh.ts'

export const bant: Template = {
  id: 'bant',
  name: 'BANT',
  description:
    'The four questions that decide whether a call is worth it. Take this one if in doubt.',
  group: 'framework',
  letters: [
    { name: 'Budget', questions: ['budget'] },
    { name: 'Authority', questions: ['authority'] },
    { name: 'Need', questions: ['bant-need'] },
    { name: 'Timeline', questions: ['timeline'] },
  ],
  form: formOf({
    title: 'Tell us what you need',
    touchpoint: 'demo',
    questions: [
      firstName(),
      workEmail(),
      companyName({ required: true }),
      companySize(),
      role(),
      authority(),
      pick(
        'bant-need',
        {
          urgent: 'A problem that costs us money today',
          growing: 'A problem that gets worse as we grow',
          better: 'It works, but it could be better',
          none: 'No problem, I am looking around',
        },
        {
          title: 'What brings you here?',
          why: 'We would rather tell you now that we cannot help than in an hour.',
          required: true,
          property: 'needLevel',
          bant: 'need',
          sensitivity: 'need',
          remember: { freshDays: 90 },
        },
      ),
      timeline({ showIf: { ref: 'question:bant-need', op: 'is-not', value: 'none' } }),
      budget({ showIf: { ref: 'question:bant-need', op: 'is-not', value: 'none' } }),
    ],
    endings: endingsOf(
      {
        title: 'Thank you, {{first-name|there}}',
        body: 'We read your answers and write back within one working day.',
      },
      {
        sales: {
          title: 'Let us talk, {{first-name|there}}',
          body: 'Somebody who has solved this before will be in touch shortly, during office hours.',
        },
        nurture: {
          title: 'Thank you, {{first-name|there}}',
          body: 'We send you what helps at this point. Reply to it as soon as it becomes pressing.',
        },
      },
    ),
  }),
  model: modelOf('BANT', {
    fit: [size, seniority, say, address],
    intent: [
      asked('Told us the need', {
        question: 'bant-need',
        points: 5,
        rationale: 'Answered to the end.',
      }),
      byAnswer('needLevel', {
        label: 'Need',
        choices: {
          urgent: [25, 'A problem that costs us money today', 'It costs money every day.'],
          growing: [18, 'A problem that gets worse as we grow', 'It will become urgent.'],
          better: [8, 'It works, but it could be better', 'Nice to have.'],
          none: [-20, 'No problem, I am looking around', 'No need, no deal.'],
        },
      }),
      when,
      money,
    ],
  }),
}
