import type {
  Condition,
  Exclusion,
  ExplicitCriterion,
  FitGroup,
  IntentGroup,
  ScoringModel,
} from '@bantam/schema'

/** Points, for what, and why. */
type Weight = readonly [points: number, label: string, rationale: string]

interface Judged {
  /** The group's label: explanations read "Company size is 201–1,000". */
  readonly label: string
  readonly choices: Readonly<Record<string, Weight>>
}

/** One answer of a property decides: the criterion of its choice. */
export const byAnswer = (property: string, { label, choices }: Judged): FitGroup => ({
  id: property,
  label,
  pick: 'first',
  cap: Math.max(...Object.values(choices).map(([points]) => points)),
  criteria: criteriaOf(property, { op: 'is', choices }),
})

/** Each of several chosen answers counts, up to the cap. */
export const byAnswers = (
  property: string,
  { label, choices, cap }: Judged & { cap: number },
): FitGroup => ({
  id: property,
  label,
  cap,
  criteria: criteriaOf(property, { op: 'contains', choices }),
})

const criteriaOf = (
  property: string,
  { op, choices }: Pick<Judged, 'choices'> & { op: 'is' | 'contains' },
): ExplicitCriterion[] =>
  Object.entries(choices).map(([choice, [points, label, rationale]]) => ({
    id: `${property}-${choice}`,
    label,
    when: { ref: `property:${property}`, op, value: choice },
    points,
    rationale,
  }))

/** From a number upwards, highest first. */
export const byNumber = (
  property: string,
  {
    label,
    from,
  }: {
    label: string
    from: readonly (readonly [atLeast: number, points: number, rationale: string])[]
  },
): FitGroup => ({
  id: property,
  label,
  pick: 'first',
  cap: Math.max(...from.map(([, points]) => points)),
  criteria: from.map(([value, points, rationale]) => ({
    id: `${property}-${value}`,
    label: `${label} of ${value} or more`,
    when: { ref: `property:${property}`, op: 'at-least', value },
    points,
    rationale,
  })),
})

/** A group of one criterion. */
export const single = (criterion: ExplicitCriterion): FitGroup => ({
  id: criterion.id,
  label: criterion.label,
  criteria: [criterion],
})

const is = (property: string, value: string | number | boolean): Condition => ({
  ref: `property:${property}`,
  op: 'is',
  value,
})

const isOnList = (list: string): Condition => ({
  ref: 'property:email',
  op: 'in-list',
  value: list,
})

export const size = byAnswer('companySize', {
  label: 'Company size',
  choices: {
    'size-201-1000': [30, '201–1,000', 'Large enough to need it, small enough to decide quickly.'],
    'size-1001': [26, 'More than 1,000', 'Worth the longer way to a decision.'],
    'size-51-200': [22, '51–200', 'Grows into it within the year.'],
    'size-1-50': [10, '1–50', 'Often managed by hand still.'],
  },
})

export const seniority = byAnswer('role', {
  label: 'Role',
  choices: {
    executive: [30, 'Founder or executive', 'Decides, or is one step away from who does.'],
    director: [28, 'Director or VP', 'Owns the problem and usually the budget.'],
    manager: [20, 'Manager or team lead', 'Feels the problem every day and recommends.'],
    specialist: [8, 'Specialist', 'Can introduce us to who decides.'],
    student: [0, 'Student or researcher', 'Learns, does not buy.'],
  },
})

export const say = byAnswer('buyingRole', {
  label: 'Part in the decision',
  choices: {
    decide: [20, 'I decide', 'The shortest way to a yes or a no.'],
    share: [18, 'I decide together with others', 'Has a seat at the table.'],
    recommend: [12, 'I recommend, others decide', 'Others listen to the recommendation.'],
    use: [5, 'I will use it', 'Knows best whether it helps.'],
    collect: [0, 'I am only collecting information', 'No decision is being prepared.'],
  },
})

export const address: FitGroup = {
  id: 'address',
  label: 'Email address',
  criteria: [
    {
      id: 'free-address',
      label: 'Free-mail address',
      when: isOnList('free-mail'),
      points: -10,
      rationale: 'Hard to tie to a company.',
    },
  ],
}

export const when = byAnswer('timeline', {
  label: 'Timeline',
  choices: {
    month: [35, 'This month', 'Somebody is waiting for this.'],
    quarter: [30, 'This quarter', 'A date within the planning horizon.'],
    half: [15, 'Within six months', 'A plan, but other things come first.'],
    later: [0, 'Later, or no date yet', 'No date, no decision.'],
  },
})

export const money = byAnswer('budget', {
  label: 'Budget',
  choices: {
    approved: [25, 'Yes, it is approved', 'The strongest single sign of a purchase.'],
    planned: [18, 'It is planned, not approved yet', 'Somebody has asked for the money.'],
    case: [
      10,
      'We need the numbers for a business case',
      'Not formalised yet is a good moment to help.',
    ],
    none: [0, 'Not yet', 'Nothing to spend so far.'],
  },
})

/** The visit itself says something: who asks for this rarely does so by accident. */
export const asked = (
  label: string,
  { question, points, rationale }: { question: string; points: number; rationale: string },
): FitGroup =>
  single({
    id: `asked-${question}`,
    label,
    when: { ref: `question:${question}`, op: 'is-answered' },
    points,
    rationale,
  })

export const wantsCall = single({
  id: 'left-a-phone',
  label: 'Left a phone number',
  when: { ref: 'property:phone', op: 'is-answered' },
  points: 10,
  rationale: 'Wants to be called.',
})

const behaviour: readonly IntentGroup[] = [
  {
    id: 'pricing',
    label: 'Pricing page',
    cap: 30,
    criteria: [
      {
        id: 'saw-pricing',
        label: 'Saw pricing',
        signal: 'pricing-page',
        points: 15,
        halfLifeDays: 14,
        withinDays: 60,
        maxCount: 3,
        rationale: 'Compares us with somebody.',
      },
    ],
  },
  {
    id: 'content',
    label: 'Content',
    cap: 15,
    criteria: [
      {
        id: 'came-to-webinar',
        label: 'Came to a webinar',
        signal: 'webinar',
        points: 10,
        halfLifeDays: 30,
        withinDays: 90,
        maxCount: 2,
        rationale: 'An hour is more than a click.',
      },
      {
        id: 'downloaded',
        label: 'Downloaded something',
        signal: 'download',
        points: 3,
        halfLifeDays: 30,
        withinDays: 90,
        maxCount: 5,
        rationale: 'Five downloads are curiosity, not intent.',
      },
    ],
  },
]

const student: Exclusion = {
  id: 'student',
  label: 'Student or researcher',
  when: is('role', 'student'),
  reason: 'student',
  lane: 'nurture',
}

/** A model with what every template agrees on: behaviour counts a little, some are never for sales. */
export const modelOf = (
  name: string,
  {
    fit,
    intent,
    exclusions = [],
  }: {
    fit: readonly FitGroup[]
    intent: readonly IntentGroup[]
    exclusions?: readonly Exclusion[]
  },
): ScoringModel => ({
  schema: 1,
  name,
  fit: { groups: [...fit] },
  intent: { groups: [...intent, ...behaviour] },
  exclusions: [
    ...exclusions,
    ...(fit.includes(seniority) ? [student] : []),
    {
      id: 'student-address',
      label: 'Address of a school',
      when: isOnList('student'),
      reason: 'student-email',
      lane: 'nurture',
    },
    {
      id: 'throw-away',
      label: 'Throw-away address',
      when: isOnList('disposable'),
      reason: 'disposable-domain',
      lane: 'disqualified',
    },
  ],
  thresholds: { fit: 50, intent: 50, fitFloor: 30, mql: 50, salesReady: 80 },
  weights: { fit: 0.6, intent: 0.4 },
})
