import type { Lane } from '@bantam/schema'

type Answers = Readonly<Record<string, unknown>>

/** Somebody who answers a template's form, and where that should lead. */
export interface Persona {
  readonly template: string
  readonly name: string
  readonly lane: Lane
  readonly ending: string
  readonly answers: Answers
}

const known = { 'first-name': 'Ada', email: 'ada@analytical-engines.com' }
const company = { company: { name: 'Analytical Engines' } }
const buyer = {
  ...known,
  ...company,
  'company-size': 'size-201-1000',
  role: 'director',
  authority: 'share',
  timeline: 'quarter',
  budget: 'planned',
}
const looker = {
  'first-name': 'Bo',
  email: 'bo@gmail.com',
  ...company,
  'company-size': 'size-1-50',
  role: 'specialist',
  authority: 'collect',
  timeline: 'later',
  budget: 'none',
}

const persona =
  (template: string) =>
  (name: string, ...[lane, ending, answers]: [lane: Lane, ending: string, answers: Answers]) => ({
    template,
    name,
    lane,
    ending,
    answers,
  })
const [demo, pricing, download, webinar, newsletter, partner, support, group] = [
  persona('demo-request'),
  persona('pricing-inquiry'),
  persona('content-download'),
  persona('webinar'),
  persona('newsletter'),
  persona('partner'),
  persona('support-triage'),
  persona('buying-group-survey'),
]
const [bant, champ, meddic, spiced, gpctba] = [
  persona('bant'),
  persona('champ'),
  persona('meddic'),
  persona('spiced'),
  persona('gpctba-ci'),
]

/** Good, poor and odd visitors of every template, each on the path that its answers lead through. */
export const personas: readonly Persona[] = [
  demo('a director with a problem and a quarter', 'sales', 'thanks-sales', {
    ...buyer,
    'demo-need': ['replace', 'insight'],
    phone: '+4930123456',
  }),
  demo('somebody who looks around', 'nurture', 'thanks-nurture', {
    ...looker,
    'demo-need': ['browsing'],
  }),
  demo('a student of a famous company', 'nurture', 'thanks-nurture', {
    ...known,
    ...company,
    'company-size': 'size-1001',
    role: 'student',
    'demo-need': ['insight'],
  }),
  demo('a founder without a date', 'prospecting', 'thanks', {
    ...buyer,
    role: 'executive',
    'demo-need': ['grow'],
    timeline: 'later',
    budget: 'none',
  }),
  pricing('a team that switches this quarter', 'sales', 'thanks-sales', {
    ...buyer,
    'pricing-reason': 'switch',
    seats: 120,
  }),
  pricing('somebody who plans next year', 'nurture', 'thanks-nurture', {
    ...looker,
    'pricing-reason': 'estimate',
    seats: 3,
  }),
  download('a manager with a project who wants to talk', 'sales', 'thanks-sales', {
    ...buyer,
    'download-reason': 'project',
    urgency: 9,
    talk: 'yes',
    news: true,
  }),
  download('a reader', 'nurture', 'thanks', { ...looker, 'download-reason': 'learn' }),
  webinar('a director who is choosing now', 'sales', 'thanks-sales', {
    ...buyer,
    'webinar-hope': 'choose',
    'webinar-question': 'How do you handle single sign-on?',
    timeline: 'month',
  }),
  webinar('a curious listener', 'nurture', 'thanks', { ...looker, 'webinar-hope': 'curious' }),
  newsletter('a subscriber from the board', 'prospecting', 'thanks', {
    ...known,
    role: 'executive',
    'newsletter-topics': ['product'],
    news: true,
  }),
  newsletter('a subscriber', 'nurture', 'thanks-nurture', {
    email: 'bo@gmail.com',
    news: true,
  }),
  partner('a reseller whose customers ask', 'sales', 'thanks-sales', {
    ...buyer,
    company: { name: 'Analytical Engines', domain: 'analytical-engines.com' },
    'partner-kind': 'reseller',
    'partner-customers': 150,
    'partner-goals': ['requests'],
    'partner-invest': 'people',
    'partner-website': 'www.analytical-engines.com',
  }),
  partner('a friend who would recommend us', 'nurture', 'thanks-nurture', {
    ...looker,
    'partner-kind': 'referral',
    'partner-customers': 0,
    'partner-goals': ['explore'],
  }),
  support('a customer who cannot work', 'nurture', 'support-now', {
    ...known,
    'help-kind': 'broken',
    'help-impact': 'down',
    'help-details': 'Nothing loads since this morning.',
  }),
  support('a customer with a question', 'nurture', 'support', {
    ...known,
    'help-kind': 'how',
    'help-details': 'How do I add a colleague?',
  }),
  support('a customer who needs more seats', 'sales', 'thanks-sales', {
    ...buyer,
    'help-kind': 'buy',
    'buy-what': 'seats',
  }),
  support('somebody who may buy one day', 'nurture', 'thanks', {
    ...looker,
    'help-kind': 'buy',
    'buy-what': 'first',
  }),
  group('the champion of a funded project', 'sales', 'thanks-sales', {
    ...buyer,
    'group-role': 'champion',
    'group-priorities': ['revenue', 'time', 'cost', 'risk'],
    'group-concerns': { security: 'none', effort: 'some', adoption: 'some', price: 'none' },
    'group-ready': 9,
    'group-money': 'approved',
  }),
  group('a user who is not convinced', 'nurture', 'thanks', {
    ...known,
    ...company,
    'group-role': 'user',
    'group-priorities': ['time', 'cost', 'risk', 'revenue'],
    'group-ready': 3,
    'group-missing': 'A trial with my own data.',
  }),
  bant('a director who loses money', 'sales', 'thanks-sales', { ...buyer, 'bant-need': 'urgent' }),
  bant('somebody who looks around', 'nurture', 'thanks-nurture', {
    ...looker,
    'bant-need': 'none',
  }),
  champ('a team that cannot keep up', 'sales', 'thanks-sales', {
    ...buyer,
    challenges: ['growth', 'manual'],
    'challenge-cost': 'much',
    priority: 'top',
  }),
  champ('somebody who looks around', 'nurture', 'thanks-nurture', {
    ...looker,
    challenges: ['none'],
    priority: 'someday',
  }),
  meddic('a champion with a number and a process', 'sales', 'thanks-sales', {
    ...buyer,
    champion: 'lead',
    'economic-buyer': 'known',
    pain: 'Leads wait two days for an answer.',
    metric: 'number',
    criteria: ['value', 'fit'],
    process: 'running',
  }),
  meddic('somebody who follows a project', 'nurture', 'thanks-nurture', {
    ...looker,
    champion: 'watch',
    'economic-buyer': 'unknown',
    pain: 'Not sure.',
    metric: 'none',
    criteria: ['open'],
    process: 'open',
  }),
  spiced('a team with a fixed date', 'sales', 'thanks-sales', {
    ...buyer,
    situation: 'tool',
    pains: ['errors', 'dear'],
    impact: 'company',
    'critical-event': 'date',
    'event-date': '2027-01-01',
    spend: 'same',
  }),
  spiced('somebody for whom it works', 'nurture', 'thanks-nurture', {
    ...looker,
    situation: 'nothing',
    pains: ['fine'],
    'critical-event': 'none',
    spend: 'less',
  }),
  gpctba('a company with a goal and much to lose', 'sales', 'thanks-sales', {
    ...buyer,
    goal: 'grow',
    plan: 'stuck',
    obstacles: ['tools', 'people'],
    consequence: 'serious',
    implication: 'A second market',
  }),
  gpctba('somebody without a goal', 'nurture', 'thanks-nurture', {
    ...looker,
    goal: 'none',
    plan: 'nothing',
    obstacles: ['agree'],
  }),
]
