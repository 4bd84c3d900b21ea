import type { AnswerValue, Test } from '@bantam/schema'
import { fold, isList, keyOf, keysOf } from '../condition/comparison.ts'
import type { LeadFacts } from '../condition/facts.ts'
import { testsOf } from '../condition/refs.ts'
import type { CompiledGroup } from './compile-model.ts'
import { isEquality, isInclusion, isTabular, type Watch } from './marks.ts'
import { workOut, type Row } from './worked.ts'

/**
 * A ref whose value alone decides some groups and watches. They ask only whether it equals or holds
 * something, or how it compares with numbers, so its possible rows are few and worked out once.
 */
export interface Field {
  readonly ref: string
  readonly groups: readonly CompiledGroup[]
  readonly watches: readonly Watch[]
  /** Rows of the values that criteria name, of both truths and of no answer. */
  readonly rows: ReadonlyMap<AnswerValue | null | undefined, Row>
  /** Any text that no criterion names; undefined when criteria look into texts. */
  readonly unnamed: Row | undefined
  /** Rows of numbers below, at and between the ascending `bounds` in turn. */
  readonly bounds: readonly number[]
  readonly ranges: readonly Row[] | undefined
  /** Rows of lists, by the sum of the bits of what they hold; undefined when criteria name too much. */
  readonly bits: ReadonlyMap<string | undefined, number> | undefined
  readonly sets: Map<number, Row>
}

/** Whether one answer decides a group. */
export const isLookedUp = (group: CompiledGroup): boolean =>
  group.soleRef !== undefined &&
  group.criteria.every(({ kind }) => kind === 'explicit') &&
  tests(group).every(isTabular)

/** The fields of groups that one answer decides each, and of watches. */
export const compileFields = (
  groups: readonly CompiledGroup[],
  watches: readonly Watch[],
): readonly Field[] => {
  const refs = new Set([...groups.map(({ soleRef }) => soleRef), ...watches.map(({ ref }) => ref)])
  return [...refs].flatMap((ref) =>
    ref === undefined
      ? []
      : [
          compileField(ref, {
            groups: groups.filter(({ soleRef }) => soleRef === ref),
            watches: watches.filter((watch) => watch.ref === ref),
          }),
        ],
  )
}

/** The row for what `facts` holds. */
export const rowOf = (field: Field, facts: LeadFacts): Row => {
  const value = facts.values[field.ref]
  if (typeof value === 'string') return field.rows.get(value) ?? rowOfText(field, value, facts)
  if (typeof value === 'number')
    return field.ranges ? rowOfNumber(field.bounds, field.ranges, value) : allOf(field, facts)
  if (typeof value === 'object') return rowOfObject(field, value, facts)
  return (facts.isOpen ? undefined : field.rows.get(value)) ?? allOf(field, facts)
}

const rowOfText = (field: Field, text: string, facts: LeadFacts): Row => {
  if (!field.unnamed || !text) return allOf(field, facts)
  const folded = fold(text)
  return folded === text ? field.unnamed : (field.rows.get(folded) ?? field.unnamed)
}

const rowOfNumber = (bounds: readonly number[], ranges: readonly Row[], value: number): Row => {
  let at = 0
  while (at < bounds.length && (bounds[at] as number) < value) at++
  return ranges[bounds[at] === value ? 2 * at + 1 : 2 * at] as Row
}

const rowOfObject = (field: Field, list: AnswerValue | null, facts: LeadFacts): Row => {
  const { bits } = field
  if (!bits || !isList(list) || !list.length) return allOf(field, facts)
  let held = 0
  for (const one of list) {
    const bit = bitOf(bits, one)
    if (bit !== UNNAMED && held & bit) return allOf(field, facts)
    held |= bit
  }
  let row = field.sets.get(held)
  if (!row) {
    row = allOf(field, facts)
    if (field.sets.size < MOST_SETS) field.sets.set(held, row)
  }
  return row
}

const bitOf = (bits: ReadonlyMap<string | undefined, number>, one: unknown): number => {
  if (typeof one !== 'string') return bits.get(keyOf(one)) ?? UNNAMED
  const bit = bits.get(one)
  if (bit !== undefined) return bit
  const folded = fold(one)
  return folded === one ? UNNAMED : (bits.get(folded) ?? UNNAMED)
}

const MOST_SETS = 1024
const MOST_BITS = 30
const UNNAMED = 1

const tests = ({ criteria }: CompiledGroup): readonly Test[] =>
  criteria.flatMap((one) => (one.kind === 'explicit' ? testsOf(one.criterion.when) : []))

const compileField = (
  ref: string,
  { groups, watches }: Pick<Field, 'groups' | 'watches'>,
): Field => {
  const all = [...groups.flatMap(tests), ...watches.flatMap(({ condition }) => testsOf(condition))]
  const rowFor = (value: AnswerValue | null | undefined) =>
    allOf({ groups, watches }, { values: { [ref]: value }, signals: [] })
  const operands = all.flatMap(({ value }) => value ?? [])
  const texts = keysOf(operands)
  const written = operands.filter((one) => typeof one === 'string')
  const bounds = [...new Set(operands.map(Number))]
    .filter(Number.isFinite)
    .sort((low, high) => low - high)
  const named = [...texts, ...written, true, false, null, undefined]
  const looksInside = all.some(isInclusion)
  return {
    ref,
    groups,
    watches,
    rows: new Map(named.map((value) => [value, rowFor(value)])),
    // A text may write a number, so with orders none is like another.
    unnamed: all.every(isEquality) ? rowFor(`${texts.join('')}-`) : undefined,
    bounds,
    ranges: looksInside ? undefined : representatives(bounds).map(rowFor),
    bits:
      texts.length < MOST_BITS
        ? new Map(texts.map((text, at) => [text, 1 << (at + 1)]))
        : undefined,
    sets: new Map(),
  }
}

/** A number below all bounds, then each bound and one number above it and below the next. */
const representatives = (bounds: readonly number[]): readonly number[] => {
  const [first] = bounds
  if (first === undefined) return [0]
  return [
    first - 1,
    ...bounds.flatMap((bound, at) => {
      const next = bounds[at + 1]
      return [bound, next === undefined ? bound + 1 : (bound + next) / 2]
    }),
  ]
}

const allOf = ({ groups, watches }: Pick<Field, 'groups' | 'watches'>, facts: LeadFacts): Row => {
  let marks = 0
  for (const { holds, bit } of watches) if (holds(facts) === 1) marks |= bit
  return { ...workOut(groups, facts, Infinity), marks }
}
