import type { Form, Question, Sensitivity, Touchpoint } from '@bantam/schema'
import { passesUnseen } from '../conversation/walk.ts'
import { recollectionOf } from './recollection.ts'

/** What decides how much a visitor is asked. Times in epoch milliseconds. */
export interface Engagement {
  /** Submissions of this visitor so far. */
  readonly submissions: number
  /** Signals seen of this visitor so far. */
  readonly signals: number
  /** When this visitor last answered. */
  readonly answeredAt: number | undefined
  readonly now: number
}

/**
 * The optional questions of a residual form that this visitor is not asked: those beyond the tier that the engagement
 * has earned, and those beyond the touchpoint's budget of new questions, which required ones use up first and the least
 * sensitive ones next. Contact questions and own words are asked outside the budget. While a visitor rests, only contact
 * questions and required ones are asked.
 */
export const skippedOf = (residual: Form, engagement: Engagement): readonly string[] => {
  const { touchpoint = 'other', profiling = {} } = residual
  const asked = residual.questions.filter((question) => !passesUnseen(question))
  const optional = asked.filter(({ required }) => !required)
  if (isResting(profiling.restDays, engagement))
    return idsOf(optional.filter(({ kind }) => recollectionOf[kind] !== 'contact'))

  const isNew = ({ kind }: Question) => recollectionOf[kind] === 'remembered'
  const tier = tierOf(touchpoint, engagement)
  const budget = profiling.budget ?? budgets[touchpoint]
  const required = asked.filter((question) => question.required && isNew(question)).length
  const affordable = optional
    .filter((question) => isNew(question) && rankOf(question) <= tier)
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .slice(0, Math.max(0, budget - required))
  return idsOf(optional.filter((question) => isNew(question) && !affordable.includes(question)))
}

const idsOf = (questions: readonly Question[]) => questions.map(({ id }) => id)

/** New questions per conversation. */
const budgets: { readonly [T in Touchpoint]: number } = {
  newsletter: 1,
  download: 2,
  webinar: 3,
  demo: Infinity,
  pricing: Infinity,
  other: Infinity,
}

const sensitivities: readonly Sensitivity[] = [
  'contact',
  'company',
  'role',
  'need',
  'timeline',
  'budget',
]
const rankOf = ({ sensitivity = 'contact' }: Question) => sensitivities.indexOf(sensitivity)

/** What a first visit may ask about; whoever asks for a demo expects to be asked everything. */
const firstTiers: { readonly [T in Touchpoint]: Sensitivity } = {
  newsletter: 'company',
  download: 'role',
  webinar: 'need',
  demo: 'budget',
  pricing: 'budget',
  other: 'budget',
}

/** Each earlier submission, and each handful of signals, earns one step more. */
const tierOf = (touchpoint: Touchpoint, { submissions, signals }: Engagement): number =>
  sensitivities.indexOf(firstTiers[touchpoint]) + submissions + Math.floor(signals / 5)

const DAY = 86_400_000
const isResting = (restDays: number | undefined, { answeredAt, now }: Engagement): boolean =>
  restDays !== undefined && answeredAt !== undefined && now - answeredAt < restDays * DAY
