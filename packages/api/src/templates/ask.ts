import type { ConsentText, Form, Question, QuestionOf } from '@bantam/schema'

/** What makes one question differ from the usual one of its kind. */
type Own<K extends Question['kind']> = Partial<Omit<QuestionOf<K>, 'kind' | 'choices'>>

/** Days for which plans hold: what somebody wants, when, and with what money changes by the quarter. */
const freshDays = 90

export const firstName = (own: Own<'short-text'> = {}): Question => ({
  id: 'first-name',
  kind: 'short-text',
  title: 'What should we call you?',
  required: true,
  property: 'firstName',
  sensitivity: 'contact',
  placeholder: 'First name',
  validation: { maxLength: 80 },
  ...own,
})

export const workEmail = (own: Own<'email'> = {}): Question => ({
  id: 'email',
  kind: 'email',
  title: 'Where can we write to you, {{first-name|there}}?',
  why: 'We answer there. It goes on no list unless you ask for it.',
  placeholder: 'you@company.example',
  required: true,
  property: 'email',
  sensitivity: 'contact',
  ...own,
})

export const phone = (own: Own<'phone'> = {}): Question => ({
  id: 'phone',
  kind: 'phone',
  title: 'What number may we call?',
  help: 'Leave it empty if you would rather write.',
  why: 'A ten-minute call often saves a week of emails.',
  property: 'phone',
  sensitivity: 'contact',
  ...own,
})

export const companyName = (own: Own<'company'> = {}): Question => ({
  id: 'company',
  kind: 'company',
  title: 'Which company are you with?',
  property: 'company',
  sensitivity: 'company',
  parts: ['name'],
  ...own,
})

/** A single choice from ids and labels. */
export const pick = (
  id: string,
  choices: Readonly<Record<string, string>>,
  ...[own]: [own: Own<'single-choice'> & { title: string }]
): Question => ({
  id,
  kind: 'single-choice',
  choices: Object.entries(choices).map(([choice, label]) => ({ id: choice, label })),
  ...own,
})

/** Several choices from ids and labels. */
export const pickSeveral = (
  id: string,
  choices: Readonly<Record<string, string>>,
  ...[own]: [own: Own<'multiple-choice'> & { title: string }]
): Question => ({
  id,
  kind: 'multiple-choice',
  help: 'Choose as many as you like.',
  choices: Object.entries(choices).map(([choice, label]) => ({ id: choice, label })),
  ...own,
})

export const companySize = (own: Own<'single-choice'> = {}): Question =>
  pick(
    'company-size',
    {
      'size-1-50': '1–50',
      'size-51-200': '51–200',
      'size-201-1000': '201–1,000',
      'size-1001': 'More than 1,000',
    },
    {
      title: 'How many people work at {{company|your company}}?',
      why: 'A team of ten and a team of a thousand need different answers.',
      required: true,
      property: 'companySize',
      sensitivity: 'company',
      ...own,
    },
  )

export const role = (own: Own<'single-choice'> = {}): Question =>
  pick(
    'role',
    {
      executive: 'Founder or executive',
      director: 'Director or VP',
      manager: 'Manager or team lead',
      specialist: 'Specialist',
      student: 'Student or researcher',
    },
    {
      title: 'What describes your role best?',
      why: 'So that you meet somebody who speaks your language.',
      required: true,
      property: 'role',
      sensitivity: 'role',
      ...own,
    },
  )

export const authority = (own: Own<'single-choice'> = {}): Question =>
  pick(
    'authority',
    {
      decide: 'I decide',
      share: 'I decide together with others',
      recommend: 'I recommend, others decide',
      use: 'I will use it',
      collect: 'I am only collecting information',
    },
    {
      title: 'What is your part in this decision?',
      why: 'So that we prepare what the others will ask you for.',
      required: true,
      property: 'buyingRole',
      bant: 'authority',
      sensitivity: 'role',
      ...own,
    },
  )

export const timeline = (own: Own<'single-choice'> = {}): Question =>
  pick(
    'timeline',
    {
      month: 'This month',
      quarter: 'This quarter',
      half: 'Within six months',
      later: 'Later, or no date yet',
    },
    {
      title: 'When would you like to be up and running?',
      why: 'We keep to your pace: nobody is rushed, nobody waits.',
      required: true,
      property: 'timeline',
      bant: 'timeline',
      sensitivity: 'timeline',
      remember: { freshDays },
      ...own,
    },
  )

export const budget = (own: Own<'single-choice'> = {}): Question =>
  pick(
    'budget',
    {
      approved: 'Yes, it is approved',
      planned: 'It is planned, not approved yet',
      case: 'We need the numbers for a business case',
      none: 'Not yet',
    },
    {
      title: 'Is there a budget for this?',
      help: '“Not yet” is a fine answer.',
      why: 'We suggest only what is within reach.',
      property: 'budget',
      bant: 'budget',
      sensitivity: 'budget',
      remember: { freshDays },
      ...own,
    },
  )

/** An unticked box for news, and the text that is agreed to. */
export const newsConsent = (own: Own<'consent'> = {}): Question => ({
  id: 'news',
  kind: 'consent',
  title: 'May we also send you news now and then?',
  purpose: 'news',
  ...own,
})

export const newsText: ConsentText = {
  purpose: 'news',
  text: 'You may send me news by email, about once a month. I can unsubscribe with one click in every message.',
  textVersion: '1',
}

/** The parts that every template's form has in common. */
export const formOf = (own: Omit<Form, 'schema' | 'language' | 'hidden'>): Form => ({
  schema: 1,
  language: 'en',
  hidden: ['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term'],
  ...own,
})

/** What every visitor may see; `lanes` greets those whom the score tells apart. */
export const endingsOf = (
  thanks: Greeting,
  lanes: Readonly<Partial<Record<'sales' | 'prospecting' | 'nurture' | 'disqualified', Greeting>>>,
): Form['endings'] => [
  { id: 'thanks', kind: 'message', ...thanks },
  ...(['sales', 'prospecting', 'nurture', 'disqualified'] as const).flatMap((lane) => {
    const greeting = lanes[lane]
    return greeting
      ? [{ id: `thanks-${lane}`, kind: 'message' as const, ...greeting, for: lane }]
      : []
  }),
]

interface Greeting {
  readonly title: string
  readonly body: string
}
