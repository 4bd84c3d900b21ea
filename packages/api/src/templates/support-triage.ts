import { authority, companyName, companySize, firstName, formOf, pick } from './ask.ts'
import { timeline, workEmail } from './ask.ts'
import type { Template } from './template.ts'
import { address, asked, byAnswer, modelOf, say, size, when } from './weigh.ts'

const wants = (value: string) => ({ ref: 'question:help-kind', op: 'is' as const, value })
const isSupport = { not: wants('buy') }

export const supportTriage: Template = {
  id: 'support-triage',
  name: 'Support triage',
  description: 'One “Contact us” for everybody: problems reach support, wishes to buy reach sales.',
  group: 'touchpoint',
  letters: [
    { name: 'Authority', questions: ['authority'] },
    { name: 'Need', questions: ['help-kind', 'buy-what'] },
    { name: 'Timeline', questions: ['timeline'] },
  ],
  form: formOf({
    title: 'How can we help?',
    touchpoint: 'other',
    questions: [
      firstName(),
      workEmail({ title: 'Where do we reach you, {{first-name|there}}?' }),
      pick(
        'help-kind',
        {
          broken: 'Something does not work',
          how: 'I want to know how to do something',
          billing: 'A question about an invoice',
          buy: 'I want to buy, or add to what we have',
        },
        {
          title: 'What is it about?',
          why: 'It decides who reads your message.',
          required: true,
          property: 'helpKind',
          bant: 'need',
          ask: 'always',
        },
      ),
      pick(
        'help-impact',
        {
          down: 'We cannot work',
          part: 'Part of it does not work',
          slow: 'It is annoying, but we manage',
        },
        {
          title: 'How much does it hold you up?',
          required: true,
          property: 'helpImpact',
          ask: 'always',
          showIf: wants('broken'),
        },
      ),
      {
        id: 'help-details',
        kind: 'long-text',
        title: 'What happened, or what would you like to know?',
        help: 'What you did, what you expected, what you saw instead.',
        required: true,
        property: 'helpDetails',
        ask: 'always',
        showIf: isSupport,
        validation: { maxLength: 4000 },
        jumps: [
          {
            when: { ref: 'question:help-impact', op: 'is', value: 'down' },
            to: 'ending:support-now',
          },
          { when: isSupport, to: 'ending:support' },
        ],
      },
      companyName({ required: true }),
      companySize(),
      authority(),
      pick(
        'buy-what',
        {
          first: 'We are not customers yet',
          seats: 'More of what we have',
          plan: 'A larger plan or another product',
        },
        {
          title: 'What would you like to buy?',
          required: true,
          property: 'buyWhat',
          bant: 'need',
          sensitivity: 'need',
        },
      ),
      timeline(),
    ],
    endings: [
      {
        id: 'thanks',
        kind: 'message',
        title: 'Thank you, {{first-name|there}}',
        body: 'Your message is with us. We answer within one working day.',
      },
      {
        id: 'support-now',
        kind: 'message',
        title: 'We are looking at it',
        body: 'Your message goes to the top of the list. We write to {{email|you}} as soon as we know more.',
      },
      {
        id: 'support',
        kind: 'message',
        title: 'Your message is with support',
        body: 'We answer at {{email|your address}} within one working day. Add anything by replying to our confirmation.',
      },
      {
        id: 'thanks-sales',
        kind: 'message',
        title: 'Thank you, {{first-name|there}}',
        body: 'Somebody from sales will be in touch shortly, during office hours.',
        for: 'sales',
      },
    ],
  }),
  model: modelOf('Contact requests', {
    fit: [size, say, address],
    intent: [
      asked('Wants to buy', {
        question: 'buy-what',
        points: 20,
        rationale: 'Chose “buy” among four ways to get help.',
      }),
      byAnswer('buyWhat', {
        label: 'Purchase',
        choices: {
          seats: [25, 'More of what we have', 'Knows us and needs more.'],
          plan: [20, 'A larger plan or another product', 'Knows us and grows.'],
          first: [10, 'We are not customers yet', 'New, and came by itself.'],
        },
      }),
      when,
    ],
    exclusions: [
      {
        id: 'support-request',
        label: 'Asks for support',
        when: {
          ref: 'question:help-kind',
          op: 'is-any-of',
          value: ['broken', 'how', 'billing'],
        },
        reason: 'support-request',
        lane: 'nurture',
      },
    ],
  }),
}
