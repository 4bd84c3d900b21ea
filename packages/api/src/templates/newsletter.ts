import { endingsOf, firstName, formOf, newsConsent, newsText, pickSeveral, role } from './ask.ts'
import { workEmail } from './ask.ts'
import type { Template } from './template.ts'
import { address, asked, modelOf, seniority } from './weigh.ts'

export const newsletter: Template = {
  id: 'newsletter',
  name: 'Newsletter',
  description: 'An address, an interest and a clear yes. Nobody is called for a newsletter.',
  group: 'touchpoint',
  letters: [
    { name: 'Authority', questions: ['role'] },
    { name: 'Need', questions: ['newsletter-topics'] },
  ],
  form: formOf({
    title: 'Subscribe to our newsletter',
    touchpoint: 'newsletter',
    consents: [newsText],
    questions: [
      firstName({ required: false, help: 'Only to greet you properly.' }),
      workEmail({
        title: 'Where shall we send it, {{first-name|there}}?',
        why: 'For the newsletter and nothing else.',
      }),
      role({
        required: false,
        bant: 'authority',
        help: 'We write for some roles more than others.',
      }),
      pickSeveral(
        'newsletter-topics',
        {
          practice: 'What works in practice',
          product: 'What is new in the product',
          events: 'Events and webinars',
          research: 'Numbers and research',
        },
        {
          title: 'What would you like to read about?',
          property: 'newsletterTopics',
          bant: 'need',
          sensitivity: 'need',
        },
      ),
      newsConsent({
        title: 'May we send you the newsletter?',
        help: 'About once a month. One click ends it.',
        required: true,
      }),
    ],
    endings: endingsOf(
      {
        title: 'Welcome, {{first-name|there}}',
        body: 'The next issue comes to your mailbox. You can unsubscribe in every one of them.',
      },
      {
        nurture: {
          title: 'Welcome, {{first-name|there}}',
          body: 'The next issue comes to your mailbox. Until then, the last one is on our website.',
        },
      },
    ),
  }),
  model: modelOf('Newsletter subscribers', {
    fit: [seniority, address],
    intent: [
      asked('Subscribed', {
        question: 'news',
        points: 3,
        rationale: 'Wants to hear from us; that is all it says.',
      }),
      {
        id: 'newsletterTopics',
        label: 'Interest',
        cap: 5,
        criteria: [
          {
            id: 'newsletterTopics-product',
            label: 'Reads about the product',
            when: { ref: 'property:newsletterTopics', op: 'contains', value: 'product' },
            points: 5,
            rationale: 'Follows what we build.',
          },
        ],
      },
    ],
  }),
}
