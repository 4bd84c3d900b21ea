import type {
  BantLetter,
  ExplicitCriterion,
  FitGroup,
  ImplicitCriterion,
  IntentGroup,
  Operator,
  ScoringModel,
} from '@bantam/schema'
import { compileCondition } from '../condition/compile-condition.ts'
import type { Holds } from '../condition/facts.ts'
import { refsOf } from '../condition/refs.ts'
import { bantLetters, compileBant, type CompiledLetter } from './bant.ts'
import { compileFields, isLookedUp, type Field } from './fields.ts'
import { createWatches, type Masks } from './marks.ts'
import { lineOfStart, type Line } from './line.ts'

export type Axis = 'fit' | 'intent'

/** Points are integer hundredths throughout, so that explicit sums are exact. */
export interface CompiledExplicit {
  readonly kind: 'explicit'
  readonly criterion: ExplicitCriterion
  readonly points: number
  readonly holds: Holds
  /** Tells from the marks whether it holds, where its group is not looked up as a whole. */
  readonly masks: Masks | undefined
  readonly refs: readonly string[]
  /** Places in `bantLetters` of the letters that its refs stand for. */
  readonly letters: readonly number[]
  /** The ref whose display completes `prefix` to the reason; the label is the reason without one. */
  readonly toldBy: string | undefined
  readonly prefix: string
}
export interface CompiledImplicit {
  readonly kind: 'implicit'
  readonly criterion: ImplicitCriterion
  readonly points: number
}
export type CompiledCriterion = CompiledExplicit | CompiledImplicit

export interface CompiledGroup {
  readonly axis: Axis
  readonly id: string
  readonly label: string
  readonly picksFirst: boolean
  readonly floor: number
  readonly cap: number
  /** Hundredths of the axis per hundredth of a point. */
  readonly scale: number
  readonly criteria: readonly CompiledCriterion[]
  /** The one ref that all of its criteria read, when there is one. */
  readonly soleRef: string | undefined
}

export interface Thresholds {
  readonly fit: number
  readonly intent: number
  readonly fitFloor: number
  readonly mql: number
  readonly salesReady: number
}

export interface CompiledExclusion {
  /** `excluded:REASON`. */
  readonly flag: string
  readonly lane: 'nurture' | 'disqualified'
  readonly holds: Holds
  readonly masks: Masks | undefined
}

/** A scoring model prepared for many leads; keep and reuse. */
export interface CompiledModel {
  readonly model: ScoringModel
  readonly version: number
  /** On the 0–100 scale, defaults filled in. */
  readonly thresholds: Thresholds
  readonly weights: { readonly fit: number; readonly intent: number }
  readonly groups: readonly CompiledGroup[]
  readonly exclusions: readonly CompiledExclusion[]
  /** Lowest and highest sum of the fit groups, in hundredths. */
  readonly fitRange: { readonly min: number; readonly max: number }
  /** The line from which fit starts, unless that is 0. */
  readonly fitStart: Line | undefined
  /** Sum of |points| of all criteria, in hundredths: what coverage is a share of. */
  readonly weight: number
  readonly bant: readonly CompiledLetter[]
  /** Groups that one answer decides are looked up, the rest are worked out. */
  readonly fields: readonly Field[]
  readonly openGroups: readonly CompiledGroup[]
}

/**
 * Prepares a model. `version` is stamped on its scores; `bant` says which refs stand for which
 * letter (see `bantOf`).
 */
export const compileModel = (
  model: ScoringModel,
  {
    version,
    bant = new Map(),
  }: {
    readonly version: number
    readonly bant?: ReadonlyMap<string, BantLetter> | undefined
  },
): CompiledModel => {
  const unscaled = model.fit.groups.map((group) => compileGroup(group, { axis: 'fit', bant }))
  const min = sumOf(unscaled, ({ floor }) => floor)
  const max = sumOf(unscaled, ({ cap }) => cap)
  const scale = max > min ? 10_000 / (max - min) : 0
  const fit = unscaled.map((group) => ({ ...group, scale }))
  const intent = model.intent.groups.map((group) => compileGroup(group, { axis: 'intent', bant }))
  const groups = [...fit, ...intent]
  const { watches, masksOf } = createWatches()
  const exclusions = (model.exclusions ?? []).map(({ when, reason, lane = 'disqualified' }) => ({
    flag: `excluded:${reason}`,
    lane,
    holds: compileCondition(when),
    masks: masksOf(when),
  }))
  const openGroups = groups
    .filter((group) => !isLookedUp(group))
    .map((group) => ({
      ...group,
      criteria: group.criteria.map((one) =>
        one.kind === 'explicit' ? { ...one, masks: masksOf(one.criterion.when) } : one,
      ),
    }))
  return {
    model,
    version,
    thresholds: { ...defaultThresholds, ...model.thresholds } as Thresholds,
    weights: model.weights ?? { fit: 0.6, intent: 0.4 },
    groups,
    exclusions,
    fitRange: { min, max },
    fitStart: min && scale ? lineOfStart(-min * scale) : undefined,
    weight: sumOf(groups, ({ criteria }) => sumOf(criteria, ({ points }) => Math.abs(points))),
    bant: compileBant(groups, bant),
    fields: compileFields(groups.filter(isLookedUp), watches),
    openGroups,
  }
}

const defaultThresholds: Thresholds = { fit: 50, intent: 50, fitFloor: 30, mql: 50, salesReady: 80 }

/**
 * A group ranges from its floor to its cap: by default all its negative and all its positive
 * points. Signals repeat, so an intent group is bounded only by what it says itself.
 */
const compileGroup = (
  group: FitGroup | IntentGroup,
  { axis, bant }: { readonly axis: Axis; readonly bant: ReadonlyMap<string, BantLetter> },
): CompiledGroup => {
  const refs = new Set(
    group.criteria.flatMap((one) => ('when' in one ? refsOf(one.when) : [`signal:${one.signal}`])),
  )
  const soleRef = refs.size === 1 ? [...refs][0] : undefined
  const criteria = group.criteria.map((one) =>
    compileCriterion(one, { subject: soleRef === undefined ? undefined : group.label, bant }),
  )
  const [negative, positive] =
    axis === 'intent'
      ? [-Infinity, Infinity]
      : [
          sumOf(criteria, ({ points }) => Math.min(0, points)),
          sumOf(criteria, ({ points }) => Math.max(0, points)),
        ]
  const floor = group.floor === undefined ? negative : hundredths(group.floor)
  const cap = group.cap === undefined ? positive : hundredths(group.cap)
  return {
    axis,
    id: group.id,
    label: group.label,
    picksFirst: group.pick === 'first',
    floor: Math.min(floor, cap),
    cap,
    scale: 1,
    criteria,
    soleRef,
  }
}

/**
 * Tests that the answer itself explains. Of several needs that were chosen the label says which one counted, and that
 * something was answered at all says nothing about what.
 */
const comparing: ReadonlySet<Operator> = new Set([
  'is',
  'is-any-of',
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
  'between',
  'before',
  'after',
])

/** "Company size is 201–1,000" where one answer decides the group, else "Decision maker: Director" or the label alone. */
const compileCriterion = (
  criterion: ExplicitCriterion | ImplicitCriterion,
  {
    subject,
    bant,
  }: {
    readonly subject: string | undefined
    readonly bant: ReadonlyMap<string, BantLetter>
  },
): CompiledCriterion => {
  const points = hundredths(criterion.points)
  if (!('when' in criterion)) return { kind: 'implicit', criterion, points }
  const { when, label } = criterion
  const refs = refsOf(when)
  return {
    kind: 'explicit',
    criterion,
    points,
    holds: compileCondition(when),
    masks: undefined,
    refs,
    letters: bantLetters.flatMap((letter, place) =>
      refs.some((ref) => bant.get(ref) === letter) ? [place] : [],
    ),
    toldBy: 'ref' in when && comparing.has(when.op) ? when.ref : undefined,
    prefix: subject === undefined ? `${label}: ` : `${subject} is `,
  }
}

const hundredths = (points: number): number => Math.round(points * 100)

const sumOf = <T>(items: readonly T[], valueOf: (item: T) => number): number =>
  items.reduce((sum, item) => sum + valueOf(item), 0)
