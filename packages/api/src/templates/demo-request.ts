import {
  authority,
  budget,
  companyName,
  companySize,
  endingsOf,
  firstName,
  formOf,
  phone,
  pickSeveral,
  role,
  timeline,
  workEmail,
} from './ask.ts'
import type { Template } from './template.ts'
import { address, asked, byAnswers, modelOf, money, say, seniority, size } from './weigh.ts'
import { wantsCall, when } from './weigh.ts'

const isLearning = { ref: 'question:role', op: 'is' as const, value: 'student' }
const isBuying = { not: isLearning }

export const demoRequest: Template = {
  id: 'demo-request',
  name: 'Demo request',
  description: 'The button “Book a demo”: whoever fits and means it reaches sales within minutes.',
  group: 'touchpoint',
  letters: [
    { name: 'Budget', questions: ['budget'] },
    { name: 'Authority', questions: ['authority'] },
    { name: 'Need', questions: ['demo-need'] },
    { name: 'Timeline', questions: ['timeline'] },
  ],
  form: formOf({
    title: 'Request a demo',
    touchpoint: 'demo',
    questions: [
      firstName({ title: 'First of all, what should we call you?' }),
      workEmail({
        title: 'Nice to meet you, {{first-name|there}}. Where may we send the invitation?',
      }),
      companyName({ required: true }),
      companySize(),
      role(),
      authority({ showIf: isBuying }),
      pickSeveral(
        'demo-need',
        {
          replace: 'Replace a tool that holds us back',
          grow: 'Grow without adding people',
          quality: 'Make fewer mistakes',
          insight: 'See what is going on',
          browsing: 'Nothing yet, just looking',
        },
        {
          title: 'What should get better?',
          why: 'The demo then shows your case instead of a tour.',
          required: true,
          property: 'need',
          bant: 'need',
          sensitivity: 'need',
          remember: { freshDays: 180 },
        },
      ),
      timeline({ showIf: isBuying }),
      budget({ showIf: isBuying }),
      phone({ showIf: isBuying }),
    ],
    endings: endingsOf(
      {
        title: 'Thank you, {{first-name|there}}',
        body: 'We read every request and write back within one working day.',
      },
      {
        sales: {
          title: 'We are on it, {{first-name|there}}',
          body: 'Somebody who knows companies like yours is reading your answers now and will be in touch shortly, during office hours.',
        },
        nurture: {
          title: 'Thank you, {{first-name|there}}',
          body: 'We will send you a short recorded tour to begin with. Reply to it whenever you want to see more.',
        },
      },
    ),
  }),
  model: modelOf('Demo requests', {
    fit: [
      size,
      seniority,
      say,
      byAnswers('need', {
        label: 'Need',
        cap: 20,
        choices: {
          replace: [16, 'Wants to replace a tool', 'Knows the problem and has paid for it before.'],
          grow: [14, 'Wants to grow without adding people', 'A reason that has a budget.'],
          quality: [12, 'Wants fewer mistakes', 'A pain that somebody measures.'],
          insight: [8, 'Wants to see what is going on', 'Real, but seldom urgent.'],
          browsing: [-10, 'Is just looking', 'No problem, no purchase.'],
        },
      }),
      address,
    ],
    intent: [
      asked('Asked for a demo', {
        question: 'demo-need',
        points: 20,
        rationale: 'Nobody asks for a demo by accident.',
      }),
      when,
      money,
      wantsCall,
    ],
  }),
}
