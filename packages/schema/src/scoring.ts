import { z } from 'zod'
import { Condition } from './condition.ts'
import { Id } from './question.ts'

/** Where fit and intent put a lead: four quadrants, four motions. */
export const Lane = z.enum(['sales', 'prospecting', 'nurture', 'disqualified'])
export type Lane = z.infer<typeof Lane>

/** At most two decimals, so that every sum is exact in hundredths. */
const points = z.number().min(-10_000).max(10_000).multipleOf(0.01)

const described = { id: Id, label: z.string().max(300), rationale: z.string().max(2000).optional() }

/** Points when a condition holds. */
export const ExplicitCriterion = z.strictObject({ ...described, when: Condition, points })
export type ExplicitCriterion = z.infer<typeof ExplicitCriterion>

/** Points per observed signal, halved every `halfLifeDays`, at most `maxCount` events of the last `withinDays`. */
export const ImplicitCriterion = z.strictObject({
  ...described,
  signal: z.string().min(1).max(100),
  points,
  halfLifeDays: z.number().positive().optional(),
  withinDays: z.number().positive().optional(),
  maxCount: z.int().min(1).optional(),
})
export type ImplicitCriterion = z.infer<typeof ImplicitCriterion>

const group = <C extends z.ZodType>(criterion: C) =>
  z.strictObject({
    id: Id,
    label: z.string().max(300),
    pick: z.enum(['sum', 'first']).optional(),
    cap: points.optional(),
    floor: points.optional(),
    criteria: z.array(criterion),
  })

export const FitGroup = group(ExplicitCriterion)
export type FitGroup = z.infer<typeof FitGroup>
export const IntentGroup = group(z.union([ExplicitCriterion, ImplicitCriterion]))
export type IntentGroup = z.infer<typeof IntentGroup>

export const Exclusion = z.strictObject({
  id: Id,
  when: Condition,
  /** Stable kebab-case reason, such as `student-email`. */
  reason: z.string().min(1).max(100),
  label: z.string().max(300).optional(),
  lane: z.enum(['nurture', 'disqualified']).optional(),
})
export type Exclusion = z.infer<typeof Exclusion>

const percent = z.number().min(0).max(100)

/** A page of the website whose views count as a signal: a path (`/pricing*`) or a whole address, `*` for anything. */
export const PageSignal = z.strictObject({
  signal: z.string().min(1).max(100),
  url: z.string().min(1).max(500),
})
export type PageSignal = z.infer<typeof PageSignal>

/** The written definition of a qualified lead. */
export const ScoringModel = z.strictObject({
  schema: z.literal(1),
  name: z.string().min(1).max(300),
  fit: z.strictObject({ groups: z.array(FitGroup) }),
  intent: z.strictObject({ groups: z.array(IntentGroup) }),
  exclusions: z.array(Exclusion).optional(),
  pages: z.array(PageSignal).max(200).optional(),
  thresholds: z
    .strictObject({
      fit: percent.optional(),
      intent: percent.optional(),
      fitFloor: percent.optional(),
      mql: percent.optional(),
      salesReady: percent.optional(),
    })
    .optional(),
  weights: z.strictObject({ fit: z.number().min(0), intent: z.number().min(0) }).optional(),
})
export type ScoringModel = z.infer<typeof ScoringModel>

export const BantStatus = z.enum(['met', 'partly', 'not-met', 'unknown'])
export type BantStatus = z.infer<typeof BantStatus>

/** One line of the explanation; `points` is on the 0–100 scale and all lines of an axis add up to its score. */
export const Contribution = z.object({
  criterion: z.string(),
  axis: z.enum(['fit', 'intent']),
  points: z.number(),
  because: z.string(),
})
export type Contribution = z.infer<typeof Contribution>

export const Score = z.object({
  fit: z.number(),
  intent: z.number(),
  total: z.number(),
  /** A–D for fit, 1–3 for intent; A or B with 1 or 2 is the sales lane. */
  label: z.string(),
  lane: Lane,
  /** Share of the model's points whose facts are known, 0–1. */
  coverage: z.number(),
  bant: z.record(z.enum(['budget', 'authority', 'need', 'timeline']), BantStatus),
  modelVersion: z.int(),
  contributions: z.array(Contribution),
  /** `sales-ready`, `conflict`, `excluded:REASON`. */
  flags: z.array(z.string()),
})
export type Score = z.infer<typeof Score>
