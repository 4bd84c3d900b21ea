import type { Hidden } from '@bantam/schema'
import type { Chance } from './chance.ts'

export interface DemoVisit {
  readonly form: 'demo-request' | 'content-download'
  readonly answers: readonly { questionId: string; value: unknown }[]
  readonly hidden: Hidden
  readonly page: { readonly url: string; readonly referrer?: string }
}

const firstNames = [
  'Ana',
  'Bo',
  'Chidi',
  'Dana',
  'Eli',
  'Farah',
  'Goran',
  'Hana',
  'Ines',
  'Jonas',
  'Kim',
  'Lior',
  'Mina',
  'Noor',
  'Oskar',
  'Priya',
  'Quinn',
  'Rosa',
  'Sven',
  'Tara',
  'Uma',
  'Vera',
  'Wen',
  'Yara',
  'Zoe',
] as const
const lastNames = [
  'Abel',
  'Brandt',
  'Costa',
  'Dietz',
  'Ekman',
  'Farkas',
  'Gallo',
  'Holm',
  'Ito',
  'Jansen',
  'Kovac',
  'Lund',
  'Moreau',
  'Nagy',
  'Okafor',
  'Pinto',
  'Rossi',
  'Sato',
  'Tran',
  'Weber',
] as const
const woods = [
  'Alder',
  'Birch',
  'Cedar',
  'Dogwood',
  'Elm',
  'Fir',
  'Ginkgo',
  'Hazel',
  'Juniper',
  'Larch',
  'Maple',
  'Oak',
  'Pine',
  'Rowan',
  'Spruce',
  'Willow',
] as const
const trades = [
  'Logistics',
  'Robotics',
  'Foods',
  'Analytics',
  'Health',
  'Energy',
  'Textiles',
  'Software',
  'Insurance',
  'Travel',
] as const
const wishes = [
  'Our reps call people who only wanted the ebook. We want to stop that.',
  'Leads wait two days before anybody writes back.',
  'Marketing and sales count differently, and every Monday we argue about it.',
  'The form is eleven fields long and half the people leave.',
  'Three people share the leads by hand in a spreadsheet.',
] as const
const sources = [
  ['search', 5],
  ['newsletter', 3],
  ['partner', 2],
  ['webinar', 2],
  ['', 4],
] as const

/** One made-up visitor with answers that belong together; addresses end in `.example`, which nobody can own. */
export const demoVisit = (chance: Chance, at: number): DemoVisit => {
  const firstName = chance.pick(firstNames)
  const wood = chance.pick(woods)
  const trade = chance.pick(trades)
  const lastName = chance.pick(lastNames)
  const email = `${firstName}.${lastName}${at}@${wood}-${trade}.example`.toLowerCase()
  const source = chance.weighted(sources)
  const hidden: Hidden = source === '' ? {} : { utm_source: source }
  const contact = [
    { questionId: 'first-name', value: firstName },
    { questionId: 'work-email', value: email },
    { questionId: 'company', value: { name: `${wood} ${trade}` } },
  ]
  return chance.next() < 0.24
    ? {
        form: 'content-download',
        answers: [...contact, ...downloadAnswers(chance)],
        hidden,
        page: page('guide', source),
      }
    : {
        form: 'demo-request',
        answers: [...contact, ...requestAnswers(chance)],
        hidden,
        page: page('demo', source),
      }
}

const page = (path: string, source: string) => ({
  url: `https://www.demo.example/${path}`,
  ...(source === 'search' && { referrer: 'https://search.example/' }),
})

const roles = [
  ['r-executive', 2],
  ['r-director', 4],
  ['r-manager', 5],
  ['r-specialist', 4],
  ['r-student', 1],
] as const

const downloadAnswers = (chance: Chance) => [
  { questionId: 'role', value: chance.weighted(roles) },
  { questionId: 'usefulness', value: Math.floor(chance.next() * 11) },
]

const requestAnswers = (chance: Chance) => {
  const role = chance.weighted(roles)
  if (role === 'r-student')
    return [
      { questionId: 'role', value: role },
      { questionId: 'study-topic', value: 'Marketing' },
      { questionId: 'contact-consent', value: true },
    ]
  const needs = new Set([
    chance.weighted([
      ['n-qualify', 5],
      ['n-speed', 4],
      ['n-routing', 3],
      ['n-forms', 3],
      ['n-browsing', 3],
    ] as const),
  ])
  if (!needs.has('n-browsing') && chance.next() < 0.5)
    needs.add(chance.pick(['n-qualify', 'n-speed', 'n-routing'] as const))
  const timeline = needs.has('n-browsing')
    ? chance.weighted([
        ['t-none', 4],
        ['t-later', 3],
        ['t-half', 1],
      ] as const)
    : chance.weighted([
        ['t-month', 3],
        ['t-quarter', 4],
        ['t-half', 4],
        ['t-later', 3],
        ['t-none', 1],
      ] as const)
  return [
    { questionId: 'role', value: role },
    {
      questionId: 'company-size',
      value: chance.weighted([
        ['s-1-50', 4],
        ['s-51-200', 5],
        ['s-201-1000', 4],
        ['s-1001', 2],
      ] as const),
    },
    {
      questionId: 'procurement',
      value: chance.weighted([
        ['p-me', 1],
        ['p-with-others', 3],
        ['p-recommend', 3],
        ['p-unknown', 2],
      ] as const),
    },
    { questionId: 'need', value: [...needs] },
    ...(chance.next() < 0.6 ? [{ questionId: 'need-detail', value: chance.pick(wishes) }] : []),
    ...(chance.next() < 0.7
      ? [{ questionId: 'monthly-leads', value: 10 * (1 + Math.floor(chance.next() * 60)) }]
      : []),
    ...(chance.next() < 0.8
      ? [
          {
            questionId: 'current-tool',
            value: chance.pick([
              'c-forms',
              'c-crm',
              'c-scheduler',
              'c-inbox',
              'c-nothing',
            ] as const),
          },
        ]
      : []),
    { questionId: 'timeline', value: timeline },
    {
      questionId: 'budget',
      value: chance.weighted([
        ['b-approved', 2],
        ['b-planned', 3],
        ['b-seeking', 4],
        ['b-none', 2],
      ] as const),
    },
    ...(chance.next() < 0.6
      ? [{ questionId: 'budget-size', value: chance.pick(['bs-5k', 'bs-20k', 'bs-100k'] as const) }]
      : []),
    ...(chance.next() < 0.4
      ? [
          {
            questionId: 'phone',
            value: `+4930${String(1_000_000 + Math.floor(chance.next() * 8_999_999))}`,
          },
        ]
      : []),
    { questionId: 'contact-consent', value: true },
  ]
}
