import type { LeadFacts } from '../condition/facts.ts'
import { anything, holdsOf, type State } from '../condition/possible-truths.ts'
import { testsOf } from '../condition/refs.ts'
import type { CompiledGroup } from './compile-model.ts'
import { groupRange, type Outlook } from './group-range.ts'
import { add, hull, nothing, type Range } from './range.ts'

/** What may still be answered once, whatever number of refs it fills. */
export interface Source {
  readonly refs: readonly string[]
  readonly states: readonly State[]
}

/** Groups of one axis, tied together by the open sources that they share. */
export interface Bundle {
  readonly groups: readonly CompiledGroup[]
  readonly sources: readonly Source[]
}

/** Ways of answering that are tried one by one; with more of them criteria count as independent. */
const MOST_WAYS = 512

/** Sorts groups into bundles that no source connects. */
export const bundlesOf = (
  groups: readonly CompiledGroup[],
  sourceOf: (ref: string) => Source | undefined,
): readonly Bundle[] =>
  groups.reduce<readonly Bundle[]>((bundles, group) => {
    const own = sourcesOf(group, sourceOf)
    const isTied = ({ sources }: Bundle) => sources.some((one) => own.includes(one))
    const tied = bundles.filter(isTied)
    return [
      ...bundles.filter((one) => !tied.includes(one)),
      {
        groups: [...tied.flatMap((one) => one.groups), group],
        sources: [...new Set([...tied.flatMap(({ sources }) => sources), ...own])],
      },
    ]
  }, [])

const sourcesOf = (
  { criteria }: CompiledGroup,
  sourceOf: (ref: string) => Source | undefined,
): readonly Source[] => {
  const sources = new Set<Source>()
  for (const one of criteria)
    for (const ref of one.kind === 'explicit' ? one.refs : [`signal:${one.criterion.signal}`]) {
      const source = sourceOf(ref)
      if (source) sources.add(source)
    }
  return [...sources]
}

interface Given {
  readonly facts: LeadFacts
  readonly now: number
}

/** The range of the sum of a bundle's groups. */
export const bundleRange = (bundle: Bundle, given: Given): Range => {
  if (waysOf(bundle.sources) <= MOST_WAYS) return rangeOfWays(bundle, given)
  const sources = bundle.sources.map((source) => distinct(source, bundle, given))
  if (waysOf(sources) <= MOST_WAYS) return rangeOfWays({ ...bundle, sources }, given)
  if (bundle.groups.length > 1)
    return bundle.groups.reduce((sum, group) => {
      const ofGroup = (ref: string) => sources.find(({ refs }) => refs.includes(ref))
      return add(sum, bundleRange({ groups: [group], sources: sourcesOf(group, ofGroup) }, given))
    }, nothing)
  const open = new Map(sources.flatMap(({ refs, states }) => refs.map((ref) => [ref, states])))
  return rangeOfGroups(bundle.groups, { ...given, open })
}

const waysOf = (sources: readonly Source[]): number =>
  sources.reduce((ways, { states }) => ways * states.length, 1)

const rangeOfGroups = (groups: readonly CompiledGroup[], outlook: Outlook): Range =>
  groups.reduce((sum, group) => add(sum, groupRange(group, outlook)), nothing)

/** Tries every way in which the sources may turn out together. */
const rangeOfWays = ({ groups, sources }: Bundle, { facts, now }: Given): Range => {
  const values = { ...facts.values }
  const open = new Map<string, readonly State[]>()
  const outlook = { facts: { ...facts, values }, open, now }
  let range: Range | undefined
  const tryFrom = (at: number) => {
    const source = sources[at]
    if (!source) {
      const one = rangeOfGroups(groups, outlook)
      range = range ? hull(range, one) : one
      return
    }
    for (const state of source.states) {
      for (const ref of source.refs)
        if (state === anything) open.set(ref, [anything])
        else {
          open.delete(ref)
          values[ref] = state
        }
      tryFrom(at + 1)
    }
  }
  tryFrom(0)
  return range ?? nothing
}

/** The source with one of the states that no criterion of the groups tells apart. */
const distinct = (source: Source, { groups }: Bundle, { facts, now }: Given): Source => {
  const tests = groups.flatMap(({ criteria }) =>
    criteria.flatMap((one) =>
      one.kind === 'explicit'
        ? testsOf(one.criterion.when).filter(({ ref }) => source.refs.includes(ref))
        : [],
    ),
  )
  const behaviours = new Map<string, State>()
  for (const state of source.states) {
    const behaviour =
      state === anything
        ? 'anything'
        : tests
            .map((one) => holdsOf(one)({ ...facts, values: { [one.ref]: state } }, now))
            .join(' ')
    if (!behaviours.has(behaviour)) behaviours.set(behaviour, state)
  }
  return { ...source, states: [...behaviours.values()] }
}
