import type { AnswerValue, Condition, ScoringModel, Test } from '@bantam/schema'

/** Rules and leads that every engine of the scoring benchmark is given: 40 criteria, 12 branches, 12 answers. */

const question = (id: string) => `question:${id}`
const test = (id: string, op: Test['op'], value: Test['value']): Test => ({
  ref: question(id),
  op,
  ...(value !== undefined && { value }),
})

const choices = {
  size: ['s-1-10', 's-11-50', 's-51-200', 's-201-1000', 's-1001-5000', 's-5001'],
  industry: ['software', 'finance', 'health', 'retail', 'education', 'public'],
  role: ['executive', 'director', 'manager', 'specialist', 'student'],
  region: ['dach', 'uk', 'nordics', 'france', 'us', 'elsewhere'],
  budget: ['b-none', 'b-10k', 'b-50k', 'b-more'],
  timeline: ['this-month', 'this-quarter', 'this-year', 'someday'],
  authority: ['decide', 'recommend', 'gather'],
} as const

const needs = ['scoring', 'routing', 'forms', 'reports', 'crm', 'api']

interface Criterion {
  readonly group: string
  readonly axis: 'fit' | 'intent'
  readonly when: Condition
  readonly points: number
}

const pick = (
  id: keyof typeof choices,
  axis: Criterion['axis'],
  points: readonly number[],
): Criterion[] =>
  points.map((worth, at) => ({
    group: id,
    axis,
    when: test(id, 'is', choices[id][at]),
    points: worth,
  }))

/** Forty criteria: choices, sets of choices, thresholds, picks of a multiple choice, and combinations. */
export const criteria: readonly Criterion[] = [
  ...pick('size', 'fit', [-10, 5, 20, 30, 25, 15]),
  ...pick('industry', 'fit', [20, 15, 10, 5]),
  ...pick('role', 'fit', [25, 20, 10, 2, -20]),
  { group: 'region', axis: 'fit', when: test('region', 'is-any-of', ['dach', 'uk']), points: 15 },
  {
    group: 'region',
    axis: 'fit',
    when: test('region', 'is-any-of', ['nordics', 'france']),
    points: 8,
  },
  { group: 'region', axis: 'fit', when: test('region', 'is', 'us'), points: 4 },
  { group: 'seats', axis: 'fit', when: test('seats', 'at-least', 20), points: 5 },
  { group: 'seats', axis: 'fit', when: test('seats', 'at-least', 100), points: 10 },
  { group: 'seats', axis: 'fit', when: test('seats', 'at-least', 500), points: 5 },
  { group: 'crm', axis: 'fit', when: test('crm', 'is', true), points: 6 },
  ...pick('budget', 'intent', [-10, 5, 15, 20]),
  ...pick('timeline', 'intent', [25, 18, 6]),
  ...pick('authority', 'intent', [15, 8]),
  ...['scoring', 'routing', 'reports', 'crm'].map((need, at) => ({
    group: 'needs',
    axis: 'intent' as const,
    when: test('needs', 'contains', need),
    points: [8, 8, 3, 4][at] as number,
  })),
  { group: 'urgency', axis: 'intent', when: test('urgency', 'at-least', 7), points: 10 },
  { group: 'urgency', axis: 'intent', when: test('urgency', 'less-than', 3), points: -5 },
  { group: 'call', axis: 'intent', when: test('call', 'is', true), points: 12 },
  {
    group: 'together',
    axis: 'intent',
    when: {
      all: [
        test('budget', 'is', 'b-more'),
        test('timeline', 'is-any-of', ['this-month', 'this-quarter']),
      ],
    },
    points: 10,
  },
  {
    group: 'together',
    axis: 'intent',
    when: { all: [test('authority', 'is', 'decide'), test('urgency', 'at-least', 8)] },
    points: 6,
  },
]

/** Twelve conditions that branch a lead off to another lane, the first that holds; most leads pass all. */
export const branches: readonly Condition[] = [
  { all: [test('role', 'is', 'student'), test('authority', 'is', 'gather')] },
  { all: [test('size', 'is-any-of', ['s-1-10', 's-11-50']), test('budget', 'is', 'b-none')] },
  test('seats', 'less-than', 10),
  {
    all: [
      test('needs', 'does-not-contain', 'scoring'),
      test('role', 'is-any-of', ['student', 'specialist']),
    ],
  },
  {
    all: [
      { not: test('region', 'is-any-of', ['dach', 'uk', 'us']) },
      test('industry', 'is', 'public'),
    ],
  },
  { all: [test('timeline', 'is', 'someday'), test('urgency', 'at-most', 2)] },
  { all: [test('crm', 'is', false), test('seats', 'greater-than', 750)] },
  { all: [test('industry', 'is', 'education'), test('call', 'is', true)] },
  { all: [test('budget', 'is', 'b-10k'), test('size', 'is', 's-5001')] },
  {
    all: [
      test('timeline', 'is-none-of', ['this-month', 'this-quarter']),
      test('needs', 'contains', 'crm'),
      test('crm', 'is', true),
    ],
  },
  { any: [test('urgency', 'is', 0), test('seats', 'is', 13)] },
  {
    all: [
      test('authority', 'is-not', 'decide'),
      test('role', 'is', 'executive'),
      test('region', 'is', 'us'),
    ],
  },
]

/** Where the branch at a place leads. */
export const branchLane = (place: number) => (place % 2 ? 'disqualified' : 'nurture')

const caps: { readonly [group: string]: number } = {
  size: 30,
  industry: 20,
  role: 25,
  region: 15,
  seats: 20,
  crm: 6,
  budget: 20,
  timeline: 25,
  authority: 15,
  needs: 15,
  urgency: 10,
  call: 12,
  together: 12,
}
const floors: { readonly [group: string]: number } = {
  size: -10,
  role: -20,
  budget: -10,
  urgency: -5,
}

export interface Group {
  readonly id: string
  readonly axis: 'fit' | 'intent'
  readonly cap: number
  readonly floor: number
  /** Places in `criteria`. */
  readonly places: readonly number[]
}

export const groups: readonly Group[] = [...new Set(criteria.map(({ group }) => group))].map(
  (id) => ({
    id,
    axis: criteria.find(({ group }) => group === id)?.axis ?? 'fit',
    cap: caps[id] ?? 0,
    floor: floors[id] ?? 0,
    places: criteria.flatMap(({ group }, place) => (group === id ? [place] : [])),
  }),
)

const axis = (name: 'fit' | 'intent') => ({
  groups: groups
    .filter((group) => group.axis === name)
    .map(({ id, cap, floor, places }) => ({
      id,
      label: id,
      cap,
      floor,
      criteria: places.flatMap((place) => {
        const one = criteria[place]
        return one
          ? [{ id: `c-${place}`, label: `Criterion ${place}`, when: one.when, points: one.points }]
          : []
      }),
    })),
})

export const model: ScoringModel = {
  schema: 1,
  name: 'Benchmark',
  fit: axis('fit'),
  intent: axis('intent'),
  exclusions: branches.map((when, place) => ({
    id: `b-${place}`,
    when,
    reason: `branch-${place}`,
    lane: branchLane(place),
  })),
}

/** One lead's answers by question id: the record as the other engines read it. */
export type Answers = { readonly [id: string]: AnswerValue }

/** Leads with all twelve questions answered, from a seeded generator. */
export const leads = (count: number): readonly Answers[] => {
  const random = seeded(20_261_122)
  const one = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T
  return Array.from({ length: count }, () => ({
    size: one(choices.size),
    industry: one(choices.industry),
    role: one(choices.role),
    region: one(choices.region),
    seats: Math.floor(random() * 800),
    crm: random() < 0.5,
    budget: one(choices.budget),
    timeline: one(choices.timeline),
    authority: one(choices.authority),
    needs: needs.filter(() => random() < 0.4).concat('forms'),
    urgency: Math.floor(random() * 11),
    call: random() < 0.3,
  }))
}

/** Mulberry32, public domain, by Tommy Ettinger. */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}
