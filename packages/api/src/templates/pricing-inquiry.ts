import {
  authority,
  budget,
  companyName,
  companySize,
  endingsOf,
  firstName,
  formOf,
  phone,
  pick,
  timeline,
  workEmail,
} from './ask.ts'
import type { Template } from './template.ts'
import { address, asked, byAnswer, byNumber, modelOf, money, say, size } from './weigh.ts'
import { wantsCall, when } from './weigh.ts'

export const pricingInquiry: Template = {
  id: 'pricing-inquiry',
  name: 'Pricing inquiry',
  description: 'For the pricing page: enough to answer with a price instead of a question.',
  group: 'touchpoint',
  letters: [
    { name: 'Budget', questions: ['budget'] },
    { name: 'Authority', questions: ['authority'] },
    { name: 'Need', questions: ['pricing-reason', 'seats'] },
    { name: 'Timeline', questions: ['timeline'] },
  ],
  form: formOf({
    title: 'Ask for a price',
    touchpoint: 'pricing',
    questions: [
      firstName(),
      workEmail({ title: 'Where may we send the price, {{first-name|there}}?' }),
      companyName({ required: true }),
      companySize(),
      authority(),
      pick(
        'pricing-reason',
        {
          compare: 'We compare a few offers',
          switch: 'We want to switch from another tool',
          extend: 'We are customers and need more',
          estimate: 'We need a rough number for planning',
        },
        {
          title: 'What is the price for?',
          why: 'A rough number and a binding offer look different.',
          required: true,
          property: 'pricingReason',
          bant: 'need',
          sensitivity: 'need',
          remember: { freshDays: 90 },
        },
      ),
      {
        id: 'seats',
        kind: 'number',
        title: 'For how many people?',
        help: 'A rough number will do.',
        why: 'The price per person falls with their number.',
        required: true,
        property: 'seats',
        bant: 'need',
        sensitivity: 'need',
        unit: 'people',
        validation: { min: 1, max: 1_000_000, integer: true },
      },
      timeline({ title: 'When does it have to be in place?' }),
      budget({ title: 'Has a budget been set aside?' }),
      phone({ title: 'What number may we call if something is unclear?' }),
    ],
    endings: endingsOf(
      {
        title: 'Thank you, {{first-name|there}}',
        body: 'Your price for {{seats|your team}} people arrives within one working day.',
      },
      {
        sales: {
          title: 'Your offer is being prepared',
          body: 'Somebody is putting together a price for {{seats|your team}} people and will be in touch shortly, during office hours.',
        },
        nurture: {
          title: 'Thank you, {{first-name|there}}',
          body: 'We send you our price list with worked examples for teams like yours. Reply to it when you need an offer.',
        },
      },
    ),
  }),
  model: modelOf('Pricing inquiries', {
    fit: [
      size,
      say,
      byNumber('seats', {
        label: 'Number of people',
        from: [
          [250, 25, 'Worth a plan of its own.'],
          [50, 22, 'The size that stays longest.'],
          [10, 14, 'Pays back within the year.'],
          [1, 4, 'Starts by itself, without a call.'],
        ],
      }),
      address,
    ],
    intent: [
      asked('Asked for a price', {
        question: 'pricing-reason',
        points: 15,
        rationale: 'Prices are asked for when a choice is near.',
      }),
      byAnswer('pricingReason', {
        label: 'Reason for asking',
        choices: {
          switch: [15, 'We want to switch from another tool', 'Has decided to leave something.'],
          extend: [15, 'We are customers and need more', 'Knows us already.'],
          compare: [12, 'We compare a few offers', 'A decision is being prepared.'],
          estimate: [2, 'We need a rough number for planning', 'Planning, not buying.'],
        },
      }),
      when,
      money,
      wantsCall,
    ],
  }),
}
