import {
  companyName,
  companySize,
  endingsOf,
  firstName,
  formOf,
  newsConsent,
  newsText,
  pick,
  role,
  timeline,
  workEmail,
} from './ask.ts'
import type { Template } from './template.ts'
import { address, asked, byAnswer, modelOf, seniority, single, size, when } from './weigh.ts'

export const webinar: Template = {
  id: 'webinar',
  name: 'Webinar registration',
  description: 'A seat first, then three questions that tell listeners from buyers.',
  group: 'touchpoint',
  letters: [
    { name: 'Authority', questions: ['role'] },
    { name: 'Need', questions: ['webinar-hope'] },
    { name: 'Timeline', questions: ['timeline'] },
  ],
  form: formOf({
    title: 'Save your seat',
    touchpoint: 'webinar',
    consents: [newsText],
    questions: [
      firstName(),
      workEmail({ title: 'Where shall we send the link, {{first-name|there}}?' }),
      companyName(),
      companySize({ required: false }),
      role({ required: false, bant: 'authority' }),
      pick(
        'webinar-hope',
        {
          solve: 'A way to solve a problem we have',
          choose: 'Help to choose between tools',
          method: 'To get better at what we do',
          curious: 'I am simply curious',
        },
        {
          title: 'What do you hope to take away?',
          why: 'The speakers see the answers beforehand, without names.',
          required: true,
          property: 'webinarHope',
          bant: 'need',
          sensitivity: 'need',
        },
      ),
      {
        id: 'webinar-question',
        kind: 'long-text',
        title: 'Is there a question we should answer live?',
        help: 'We read it out without your name.',
        property: 'webinarQuestion',
        sensitivity: 'need',
        validation: { maxLength: 500 },
      },
      timeline({
        title: 'When do you plan to act on it?',
        required: false,
        showIf: { ref: 'question:webinar-hope', op: 'is-any-of', value: ['solve', 'choose'] },
      }),
      newsConsent({ title: 'Shall we invite you to the next ones too?' }),
    ],
    endings: endingsOf(
      {
        title: 'Your seat is saved, {{first-name|there}}',
        body: 'The link and a calendar entry are on their way. Everybody who registers gets the recording.',
      },
      {
        sales: {
          title: 'Your seat is saved, {{first-name|there}}',
          body: 'The link and a calendar entry are on their way. Before the webinar somebody will ask you what you would like to see.',
        },
      },
    ),
  }),
  model: modelOf('Webinar registrations', {
    fit: [size, seniority, address],
    intent: [
      asked('Registered for a webinar', {
        question: 'webinar-hope',
        points: 10,
        rationale: 'Gives us an hour.',
      }),
      byAnswer('webinarHope', {
        label: 'Hope for the webinar',
        choices: {
          choose: [18, 'Help to choose between tools', 'Is choosing between tools.'],
          solve: [15, 'A way to solve a problem we have', 'Has the problem we solve.'],
          method: [5, 'To get better at what we do', 'Improves, does not buy yet.'],
          curious: [0, 'I am simply curious', 'Listens.'],
        },
      }),
      single({
        id: 'asked-live',
        label: 'Sent a question',
        when: { ref: 'property:webinarQuestion', op: 'is-answered' },
        points: 5,
        rationale: 'Took the time to write.',
      }),
      when,
    ],
  }),
}
