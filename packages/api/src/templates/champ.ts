import {
  authority,
  budget,
  companyName,
  companySize,
  endingsOf,
  firstName,
  formOf,
  pick,
  pickSeveral,
  workEmail,
} from './ask.ts'
import type { Template } from './template.ts'
import { address, asked, byAnswer, byAnswers, modelOf, money, say, size } from './weigh.ts'

export const champ: Template = {
  id: 'champ',
  name: 'CHAMP',
  description: 'Challenges first: for buyers who know their problem better than their budget.',
  group: 'framework',
  letters: [
    { name: 'Challenges', questions: ['challenges', 'challenge-cost'] },
    { name: 'Authority', questions: ['authority'] },
    { name: 'Money', questions: ['budget'] },
    { name: 'Prioritization', questions: ['priority'] },
  ],
  form: formOf({
    title: 'Tell us about your challenge',
    touchpoint: 'demo',
    questions: [
      firstName(),
      workEmail(),
      companyName({ required: true }),
      companySize(),
      authority({ title: 'What is your part when such a decision is made?' }),
      pickSeveral(
        'challenges',
        {
          growth: 'We cannot keep up with growth',
          manual: 'Too much is done by hand',
          blind: 'We do not see what works',
          quality: 'Mistakes reach our customers',
          none: 'None of these, I am looking around',
        },
        {
          title: 'Which challenges do you face?',
          required: true,
          property: 'challenges',
          bant: 'need',
          sensitivity: 'need',
          remember: { freshDays: 90 },
        },
      ),
      pick(
        'challenge-cost',
        {
          much: 'A lot: money or customers',
          time: 'Time, every week',
          nerves: 'Nerves, mostly',
        },
        {
          title: 'What does it cost you today?',
          why: 'If it costs little, doing nothing may be right.',
          required: true,
          property: 'challengeCost',
          bant: 'need',
          sensitivity: 'need',
          showIf: { not: { ref: 'question:challenges', op: 'contains', value: 'none' } },
        },
      ),
      pick(
        'priority',
        {
          top: 'One of the first three',
          year: 'On the list for this year',
          someday: 'It will come up some day',
        },
        {
          title: 'Where does it stand on your list?',
          why: 'We suggest a pace that fits beside the rest.',
          required: true,
          property: 'priority',
          bant: 'timeline',
          sensitivity: 'timeline',
          remember: { freshDays: 90 },
        },
      ),
      budget({ title: 'Is there money to solve it?' }),
    ],
    endings: endingsOf(
      {
        title: 'Thank you, {{first-name|there}}',
        body: 'We read your answers and write back within one working day.',
      },
      {
        sales: {
          title: 'We know this challenge, {{first-name|there}}',
          body: 'Somebody who has solved it with companies like yours will be in touch shortly, during office hours.',
        },
        nurture: {
          title: 'Thank you, {{first-name|there}}',
          body: 'We send you how others met the same challenge, so that you can begin by yourself.',
        },
      },
    ),
  }),
  model: modelOf('CHAMP', {
    fit: [
      size,
      say,
      byAnswers('challenges', {
        label: 'Challenge',
        cap: 30,
        choices: {
          growth: [20, 'Cannot keep up with growth', 'A problem that only success brings.'],
          quality: [18, 'Mistakes reach customers', 'Somebody has to answer for it.'],
          manual: [16, 'Does too much by hand', 'What we take off their hands first.'],
          blind: [12, 'Does not see what works', 'Real, and easily put off.'],
          none: [-10, 'Is looking around', 'No challenge, nothing to solve.'],
        },
      }),
      address,
    ],
    intent: [
      asked('Told us the challenge', {
        question: 'challenges',
        points: 5,
        rationale: 'Put it into words.',
      }),
      byAnswer('challengeCost', {
        label: 'Cost of the challenge',
        choices: {
          much: [25, 'A lot: money or customers', 'Waiting is dearer than acting.'],
          time: [15, 'Time, every week', 'Hours can be counted.'],
          nerves: [5, 'Nerves, mostly', 'Felt, not measured.'],
        },
      }),
      byAnswer('priority', {
        label: 'Priority',
        choices: {
          top: [30, 'One of the first three', 'Somebody is responsible for it.'],
          year: [12, 'On the list for this year', 'Will be decided this year.'],
          someday: [0, 'It will come up some day', 'Nobody is responsible for it.'],
        },
      }),
      money,
    ],
  }),
}
