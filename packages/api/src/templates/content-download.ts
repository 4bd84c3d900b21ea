import {
  companySize,
  endingsOf,
  firstName,
  formOf,
  newsConsent,
  newsText,
  pick,
  role,
  workEmail,
} from './ask.ts'
import type { Template } from './template.ts'
import { address, asked, byAnswer, byNumber, modelOf, seniority, size } from './weigh.ts'

export const contentDownload: Template = {
  id: 'content-download',
  name: 'Content download',
  description: 'For a guide or report: two minutes at most, and the curious stay in marketing.',
  group: 'touchpoint',
  letters: [
    { name: 'Authority', questions: ['role'] },
    { name: 'Need', questions: ['download-reason', 'urgency'] },
  ],
  form: formOf({
    title: 'Get the guide',
    touchpoint: 'download',
    consents: [newsText],
    questions: [
      firstName(),
      workEmail({ title: 'Where shall we send the guide, {{first-name|there}}?' }),
      companySize({
        title: 'How many people work at your company?',
        required: false,
        why: 'So that the next guide fits your size.',
      }),
      role({ required: false, bant: 'authority' }),
      pick(
        'download-reason',
        {
          project: 'I am working on this right now',
          case: 'I need arguments to convince others',
          learn: 'I want to learn about it',
          study: 'For a thesis or a course',
        },
        {
          title: 'What will you use the guide for?',
          why: 'We then send what helps with it, or nothing.',
          required: true,
          property: 'downloadReason',
          bant: 'need',
          sensitivity: 'need',
        },
      ),
      {
        id: 'urgency',
        kind: 'scale',
        title: 'How pressing is this topic for you?',
        property: 'urgency',
        bant: 'need',
        sensitivity: 'need',
        showIf: { ref: 'question:download-reason', op: 'is-any-of', value: ['project', 'case'] },
        from: 0,
        to: 10,
        labels: { low: 'Nice to know', high: 'Needed yesterday' },
      },
      pick(
        'talk',
        { yes: 'Yes, please call me', later: 'Not now, I will read first' },
        {
          title: 'Would a short talk about your project help?',
          property: 'wantsTalk',
          sensitivity: 'need',
          showIf: { ref: 'question:download-reason', op: 'is', value: 'project' },
        },
      ),
      newsConsent({ title: 'Shall we tell you when the next guide is out?' }),
    ],
    endings: endingsOf(
      {
        title: 'It is on its way, {{first-name|there}}',
        body: 'The guide is in your mailbox in a minute. Have a look at the spam folder if it is not.',
      },
      {
        sales: {
          title: 'It is on its way, {{first-name|there}}',
          body: 'The guide is in your mailbox in a minute, and somebody will be in touch about your project.',
        },
      },
    ),
  }),
  model: modelOf('Content downloads', {
    fit: [size, seniority, address],
    intent: [
      asked('Downloaded a guide', {
        question: 'download-reason',
        points: 5,
        rationale: 'A download alone is curiosity.',
      }),
      byAnswer('downloadReason', {
        label: 'Use of the guide',
        choices: {
          project: [15, 'I am working on this right now', 'Works on the problem now.'],
          case: [10, 'I need arguments to convince others', 'Prepares a decision.'],
          learn: [0, 'I want to learn about it', 'Learns.'],
          study: [-20, 'For a thesis or a course', 'Studies.'],
        },
      }),
      byNumber('urgency', {
        label: 'Urgency',
        from: [
          [8, 15, 'Said in their own words.'],
          [5, 8, 'On the list, not at its top.'],
        ],
      }),
      byAnswer('wantsTalk', {
        label: 'Wish to talk',
        choices: {
          yes: [35, 'Yes, please call me', 'Asked to be called.'],
          later: [5, 'Not now, I will read first', 'Left the door open.'],
        },
      }),
    ],
  }),
}
