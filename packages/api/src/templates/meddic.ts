import {
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
import { address, asked, byAnswer, modelOf, single, size, when } from './weigh.ts'

export const meddic: Template = {
  id: 'meddic',
  name: 'MEDDIC',
  description: 'For large purchases that many people decide.',
  group: 'framework',
  letters: [
    { name: 'Metrics', questions: ['metric'] },
    { name: 'Economic buyer', questions: ['economic-buyer'] },
    { name: 'Decision criteria', questions: ['criteria'] },
    { name: 'Decision process', questions: ['process', 'timeline'] },
    { name: 'Identified pain', questions: ['pain'] },
    { name: 'Champion', questions: ['champion'] },
  ],
  form: formOf({
    title: 'Plan your project with us',
    touchpoint: 'demo',
    questions: [
      firstName(),
      workEmail(),
      companyName({ required: true }),
      companySize(),
      pick(
        'champion',
        {
          lead: 'I lead the project',
          support: 'I support it and want it to succeed',
          watch: 'I follow it',
          outside: 'I advise from outside',
        },
        {
          title: 'What is your part in the project?',
          required: true,
          property: 'projectRole',
          bant: 'authority',
          sensitivity: 'role',
        },
      ),
      pick(
        'economic-buyer',
        {
          me: 'I do',
          known: 'Somebody I talk to regularly',
          remote: 'Somebody I hardly know',
          unknown: 'I do not know yet',
        },
        {
          title: 'Who releases the money in the end?',
          why: 'So that you get the right numbers for that person.',
          required: true,
          property: 'economicBuyer',
          bant: 'budget',
          sensitivity: 'role',
        },
      ),
      {
        id: 'pain',
        kind: 'long-text',
        title: 'What hurts most today?',
        help: 'One or two sentences are enough.',
        required: true,
        property: 'pain',
        bant: 'need',
        sensitivity: 'need',
        validation: { maxLength: 1000 },
      },
      pick(
        'metric',
        {
          number: 'Yes, we have a number to reach',
          rough: 'Roughly',
          none: 'We have not put a number on it',
        },
        {
          title: 'Do you know by what number you will measure success?',
          help: 'Hours saved, revenue won, mistakes avoided.',
          required: true,
          property: 'metric',
          bant: 'need',
          sensitivity: 'need',
        },
      ),
      pickSeveral(
        'criteria',
        {
          value: 'What it saves or earns',
          security: 'Security and compliance',
          fit: 'How it works with what we have',
          service: 'Support and guidance',
          price: 'Price above all',
          open: 'We have not set any criteria yet',
        },
        {
          title: 'What will you choose by?',
          required: true,
          property: 'decisionCriteria',
          sensitivity: 'need',
        },
      ),
      pick(
        'process',
        {
          running: 'It is under way: offers are being compared',
          defined: 'The steps are known, it has not begun',
          open: 'There is no process yet',
        },
        {
          title: 'How far is the decision?',
          why: 'We bring the papers that the next step asks for.',
          required: true,
          property: 'decisionProcess',
          bant: 'timeline',
          sensitivity: 'timeline',
          remember: { freshDays: 60 },
        },
      ),
      timeline({ title: 'When is it meant to be decided?' }),
    ],
    endings: endingsOf(
      {
        title: 'Thank you, {{first-name|there}}',
        body: 'We read your plan and write back within one working day.',
      },
      {
        sales: {
          title: 'Let us plan the next step, {{first-name|there}}',
          body: 'Somebody who has led projects like yours will be in touch shortly, with a plan up to your decision.',
        },
        nurture: {
          title: 'Thank you, {{first-name|there}}',
          body: 'We send you a template for a business case, with the numbers that decision makers ask for.',
        },
      },
    ),
  }),
  model: modelOf('MEDDIC', {
    fit: [
      size,
      byAnswer('projectRole', {
        label: 'Champion',
        choices: {
          lead: [25, 'I lead the project', 'Has something to win.'],
          support: [
            18,
            'I support it and want it to succeed',
            'Speaks for us when we are not there.',
          ],
          watch: [4, 'I follow it', 'Watches.'],
          outside: [8, 'I advise from outside', 'May open the door.'],
        },
      }),
      byAnswer('economicBuyer', {
        label: 'Economic buyer',
        choices: {
          me: [25, 'I do', 'The one who says yes.'],
          known: [20, 'Somebody I talk to regularly', 'One conversation away.'],
          remote: [8, 'Somebody I hardly know', 'Known by name only.'],
          unknown: [0, 'I do not know yet', 'Still to be found.'],
        },
      }),
      address,
    ],
    intent: [
      asked('Named the pain', {
        question: 'pain',
        points: 10,
        rationale: 'Put into words what hurts.',
      }),
      byAnswer('metric', {
        label: 'Metric',
        choices: {
          number: [15, 'Yes, we have a number to reach', 'Success has a number.'],
          rough: [8, 'Roughly', 'Success has a direction.'],
          none: [0, 'We have not put a number on it', 'Success is still a feeling.'],
        },
      }),
      single({
        id: 'criteria-set',
        label: 'Has decision criteria',
        when: {
          all: [
            { ref: 'property:decisionCriteria', op: 'is-answered' },
            { not: { ref: 'property:decisionCriteria', op: 'contains', value: 'open' } },
          ],
        },
        points: 8,
        rationale: 'Knows what to choose by.',
      }),
      byAnswer('decisionProcess', {
        label: 'Decision process',
        choices: {
          running: [
            20,
            'It is under way: offers are being compared',
            'Offers are being compared now.',
          ],
          defined: [12, 'The steps are known, it has not begun', 'The way is known.'],
          open: [0, 'There is no process yet', 'Nobody has planned a decision.'],
        },
      }),
      when,
    ],
  }),
}
