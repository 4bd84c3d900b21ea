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
  timeline,
  workEmail,
} from './ask.ts'
import type { Template } from './template.ts'
import {
  address,
  asked,
  byAnswer,
  byAnswers,
  modelOf,
  money,
  say,
  single,
  size,
  when,
} from './weigh.ts'

export const gpctba: Template = {
  id: 'gpctba-ci',
  name: 'GPCTBA/C&I',
  description: 'Advice before a sale: from the goal to what follows from reaching it.',
  group: 'framework',
  letters: [
    { name: 'Goals', questions: ['goal'] },
    { name: 'Plans', questions: ['plan'] },
    { name: 'Challenges', questions: ['obstacles'] },
    { name: 'Timeline', questions: ['timeline'] },
    { name: 'Budget', questions: ['budget'] },
    { name: 'Authority', questions: ['authority'] },
    { name: 'Negative consequences', questions: ['consequence'] },
    { name: 'Positive implications', questions: ['implication'] },
  ],
  form: formOf({
    title: 'Tell us your goal',
    touchpoint: 'demo',
    questions: [
      firstName(),
      workEmail(),
      companyName({ required: true }),
      companySize(),
      authority(),
      pick(
        'goal',
        {
          grow: 'Grow faster',
          save: 'Do the same with less',
          enter: 'Enter a new market',
          none: 'No particular goal',
        },
        {
          title: 'What do you want to reach this year?',
          required: true,
          property: 'goal',
          bant: 'need',
          sensitivity: 'need',
          remember: { freshDays: 180 },
        },
      ),
      pick(
        'plan',
        {
          stuck: 'We have tried something, it was not enough',
          plan: 'We have a plan and need the means',
          ideas: 'We have ideas',
          nothing: 'Nothing yet',
        },
        {
          title: 'What is your plan so far?',
          why: 'We build on what you have instead of beginning anew.',
          required: true,
          property: 'plan',
          bant: 'need',
          sensitivity: 'need',
        },
      ),
      pickSeveral(
        'obstacles',
        {
          people: 'Too few people',
          tools: 'The wrong tools',
          know: 'Missing know-how',
          agree: 'We do not agree among ourselves',
        },
        {
          title: 'What stands in the way?',
          required: true,
          property: 'obstacles',
          bant: 'need',
          sensitivity: 'need',
        },
      ),
      pick(
        'consequence',
        {
          serious: 'We would lose customers or money',
          delay: 'We would lose time',
          little: 'Not much would happen',
        },
        {
          title: 'What happens if you do not reach it?',
          required: true,
          property: 'consequence',
          sensitivity: 'need',
          showIf: { ref: 'question:goal', op: 'is-not', value: 'none' },
        },
      ),
      {
        id: 'implication',
        kind: 'short-text',
        title: 'And if you do: what comes next?',
        help: 'In a few words.',
        property: 'implication',
        sensitivity: 'need',
        showIf: { ref: 'question:goal', op: 'is-not', value: 'none' },
        validation: { maxLength: 300 },
      },
      timeline({ title: 'When do you have to be there?' }),
      budget({ title: 'Have you set money aside to get there?' }),
    ],
    endings: endingsOf(
      {
        title: 'Thank you, {{first-name|there}}',
        body: 'We read your answers and write back within one working day.',
      },
      {
        sales: {
          title: 'We would like to help you get there, {{first-name|there}}',
          body: 'Somebody will be in touch shortly with first ideas for your goal.',
        },
        nurture: {
          title: 'Thank you, {{first-name|there}}',
          body: 'We send you three ways in which others reached a goal like yours.',
        },
      },
    ),
  }),
  model: modelOf('GPCTBA/C&I', {
    fit: [
      size,
      say,
      byAnswer('goal', {
        label: 'Goal',
        choices: {
          grow: [20, 'Grow faster', 'What most customers came for.'],
          enter: [18, 'Enter a new market', 'New ground, new tools.'],
          save: [14, 'Do the same with less', 'Counts what it saves.'],
          none: [-10, 'No particular goal', 'Without a goal nothing helps.'],
        },
      }),
      byAnswers('obstacles', {
        label: 'Challenge',
        cap: 20,
        choices: {
          tools: [15, 'Has the wrong tools', 'What we can change at once.'],
          people: [10, 'Has too few people', 'We take work off them.'],
          know: [8, 'Lacks know-how', 'We can teach it.'],
          agree: [-5, 'Does not agree yet', 'A decision is far.'],
        },
      }),
      address,
    ],
    intent: [
      asked('Told us the goal', {
        question: 'goal',
        points: 5,
        rationale: 'Let us in on it.',
      }),
      byAnswer('plan', {
        label: 'Plan',
        choices: {
          stuck: [
            15,
            'We have tried something, it was not enough',
            'Knows that it will not go away.',
          ],
          plan: [12, 'We have a plan and need the means', 'Looks for the means.'],
          ideas: [4, 'We have ideas', 'Thinks about it.'],
          nothing: [0, 'Nothing yet', 'Has not begun.'],
        },
      }),
      byAnswer('consequence', {
        label: 'Consequence of failing',
        choices: {
          serious: [18, 'We would lose customers or money', 'Doing nothing is dear.'],
          delay: [8, 'We would lose time', 'Doing nothing costs time.'],
          little: [0, 'Not much would happen', 'Doing nothing costs nothing.'],
        },
      }),
      single({
        id: 'sees-what-follows',
        label: 'Sees what follows',
        when: { ref: 'property:implication', op: 'is-answered' },
        points: 4,
        rationale: 'Has thought beyond the purchase.',
      }),
      when,
      money,
    ],
  }),
}
