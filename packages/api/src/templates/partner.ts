import {
  authority,
  companyName,
  endingsOf,
  firstName,
  formOf,
  pick,
  pickSeveral,
  timeline,
  workEmail,
} from './ask.ts'
import type { Template } from './template.ts'
import { address, asked, byAnswer, byAnswers, byNumber, modelOf, say, when } from './weigh.ts'

const isReferral = { ref: 'question:partner-kind', op: 'is' as const, value: 'referral' }

export const partner: Template = {
  id: 'partner',
  name: 'Partner application',
  description: 'For resellers, agencies and technology partners: who brings customers, and when.',
  group: 'touchpoint',
  letters: [
    { name: 'Budget', questions: ['partner-invest'] },
    { name: 'Authority', questions: ['authority'] },
    { name: 'Need', questions: ['partner-goals'] },
    { name: 'Timeline', questions: ['timeline'] },
  ],
  form: formOf({
    title: 'Become a partner',
    touchpoint: 'other',
    questions: [
      firstName(),
      workEmail(),
      companyName({ required: true, parts: ['name', 'domain'] }),
      pick(
        'partner-kind',
        {
          reseller: 'We sell to our customers',
          agency: 'We advise and implement',
          technology: 'We build a product that fits yours',
          referral: 'We would recommend you',
        },
        {
          title: 'How would we work together?',
          required: true,
          property: 'partnerKind',
          sensitivity: 'company',
        },
      ),
      {
        id: 'partner-customers',
        kind: 'number',
        title: 'How many customers do you serve today?',
        help: 'A rough number will do.',
        why: 'Programmes differ for ten customers and for a thousand.',
        required: true,
        property: 'partnerCustomers',
        sensitivity: 'company',
        unit: 'customers',
        validation: { min: 0, max: 10_000_000, integer: true },
      },
      authority({
        title: 'What is your part in the decision to partner?',
        showIf: { not: isReferral },
      }),
      pickSeveral(
        'partner-goals',
        {
          requests: 'Customers ask us for this',
          revenue: 'Earn with every customer',
          complete: 'Complete what we offer',
          explore: 'Just exploring',
        },
        {
          title: 'What would make it worth your while?',
          required: true,
          property: 'partnerGoals',
          bant: 'need',
          sensitivity: 'need',
        },
      ),
      timeline({
        title: 'When could the first customer start?',
        why: 'So that training and papers are ready in time.',
      }),
      pick(
        'partner-invest',
        {
          people: 'Yes, people are named for it',
          planned: 'It is planned',
          none: 'Not yet',
        },
        {
          title: 'Would you set aside people to learn the product?',
          why: 'Partners with somebody trained close most.',
          property: 'partnerInvest',
          bant: 'budget',
          sensitivity: 'budget',
          showIf: { not: isReferral },
        },
      ),
      {
        id: 'partner-website',
        kind: 'website',
        title: 'Where can we read about your company?',
        property: 'website',
        sensitivity: 'contact',
        placeholder: 'www.company.example',
      },
    ],
    endings: endingsOf(
      {
        title: 'Thank you, {{first-name|there}}',
        body: 'We read every application and answer within three working days.',
      },
      {
        sales: {
          title: 'We would like to talk, {{first-name|there}}',
          body: 'Somebody from our partner team is reading your application and will be in touch shortly.',
        },
        nurture: {
          title: 'Thank you, {{first-name|there}}',
          body: 'We send you the partner guide: what we offer, what we ask for, and how others began.',
        },
      },
    ),
  }),
  model: modelOf('Partner applications', {
    fit: [
      byAnswer('partnerKind', {
        label: 'Kind of partner',
        choices: {
          reseller: [30, 'We sell to our customers', 'Brings customers of its own.'],
          agency: [26, 'We advise and implement', 'Brings customers and the work with them.'],
          technology: [22, 'We build a product that fits yours', 'Makes both products better.'],
          referral: [10, 'We would recommend you', 'Welcome, and needs no programme.'],
        },
      }),
      byNumber('partnerCustomers', {
        label: 'Number of customers',
        from: [
          [100, 30, 'One partner, many first talks.'],
          [20, 22, 'Enough to learn from.'],
          [5, 12, 'A beginning.'],
        ],
      }),
      say,
      address,
    ],
    intent: [
      asked('Applied as a partner', {
        question: 'partner-kind',
        points: 15,
        rationale: 'Wrote an application.',
      }),
      byAnswers('partnerGoals', {
        label: 'Goal of the partnership',
        cap: 20,
        choices: {
          requests: [20, 'Has customers who ask for it', 'Demand is there before we begin.'],
          revenue: [10, 'Wants to earn with customers', 'Has counted already.'],
          complete: [8, 'Wants to complete an offer', 'A strategic reason, seldom urgent.'],
          explore: [-10, 'Is just exploring', 'No plan yet.'],
        },
      }),
      when,
      byAnswer('partnerInvest', {
        label: 'Readiness to invest',
        choices: {
          people: [20, 'Yes, people are named for it', 'Names people.'],
          planned: [10, 'It is planned', 'Plans for it.'],
          none: [0, 'Not yet', 'Nothing set aside so far.'],
        },
      }),
    ],
  }),
}
