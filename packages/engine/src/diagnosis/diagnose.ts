import type { BantLetter, Form, Lane, ScoringModel, Test } from '@bantam/schema'
import { MOST_VISITS } from '../conversation/walk.ts'
import { checkBranches } from './check-branches.ts'
import { checkCalculations } from './check-calculations.ts'
import { checkConsents } from './check-consents.ts'
import { checkDefinition } from './check-definition.ts'
import { checkEndings } from './check-endings.ts'
import { checkModel, scoresIn, together, type Scores } from './check-model.ts'
import { checkPaths } from './check-paths.ts'
import { checkQuestions, type IsPattern } from './check-questions.ts'
import { checkTexts, recallProbes } from './check-texts.ts'
import { coverageOf, exitFlags, rivalsIn } from './exits.ts'
import type { Covered, Diagnosis, Finding, PathFigures, Severity } from './finding.ts'
import { lengthsOf } from './lengths.ts'
import { planOf } from './plan.ts'
import { readBy, testsOfModel } from './prospects.ts'
import { recallsIn } from './recalls.ts'
import { reachOf } from './reach.ts'
import { spaceOf } from './space.ts'
import { testsOfForm } from './tests-of-form.ts'

export interface Diagnosing {
  /** The definition that scores this form's submissions. */
  readonly model?: ScoringModel | undefined
  /** Whether a pattern can be used; patterns are not checked without it. */
  readonly isPattern?: IsPattern | undefined
}

/**
 * Everything that can be said of a form without anybody answering it: what is wrong or odd, how long
 * conversations are, what they cover and where they lead. All conversations are followed at once, so
 * the time grows with the form and not with the combinations of its answers. What it calls
 * unreachable no conversation reaches; a few unreachable things it may not see.
 */
export const diagnose = (form: Form, { model, isPattern }: Diagnosing = {}): Diagnosis => {
  const plan = planOf(form)
  const rivals = rivalsIn(form)
  const recalls = recallsIn(form)
  const probes = probesOf([
    ...rivals.map(({ second, flag }) => ({
      at: second,
      test: { ref: flag.ref, op: 'is-answered' as const },
    })),
    ...recallProbes(form, recalls),
  ])
  const refs = new Set(
    model ? testsOfModel(model).flatMap(({ ref }) => readBy(form, ref).map(refOf)) : [],
  )
  const recalled = [...probes.values()]
    .flat()
    .flatMap(({ ref }) => (ref.startsWith('question:') ? [ref] : []))
  const rivalFlags = new Map(rivals.map(({ flag }) => [flag.ref, flag]))
  const space = spaceOf({
    form,
    tests: testsOfForm(form),
    watched: [...refs, ...recalled],
    flags: [...exitFlags, ...rivalFlags.values()],
  })
  const readAtEnd = [...refs, ...exitFlags.map(({ ref }) => ref)].flatMap(
    (ref) => space.places.get(ref) ?? [],
  )
  const reach = reachOf(plan, { space, probes, readAtEnd })
  const lengths = lengthsOf(plan, reach)
  const scoresOf = model && scoresIn({ form, model, space, reach })
  const scored = new Map([...reach.exits].map(([exit, boxes]) => [exit, scoresOf?.(boxes)]))
  const paths = [...reach.exits].map(([exit, boxes]): PathFigures => {
    const { fit, intent, lanes } = scored.get(exit) ?? {}
    return {
      ending: exit,
      shortest: lengths.get(exit)?.shortest ?? 0,
      longest: lengths.get(exit)?.longest ?? 0,
      ...coverageOf(boxes, { reach, space }),
      ...(fit && intent && lanes && { fit, intent, lanes: inOrder(lanes) }),
    }
  })
  const scores = [...scored.values()].reduce<Scores | undefined>(
    (all, one) => (all && one ? together(all, one) : (all ?? one)),
    undefined,
  )
  const lanes = scores?.lanes ?? new Set(allLanes)
  const longest = Math.max(0, ...paths.map((path) => path.longest))
  // A walk that is cut off for its length ends like one that no branch decides.
  const exits = new Set([...reach.exits.keys(), ...(longest >= MOST_VISITS ? [null] : [])])
  const broken = checkDefinition(form)
  const findings = [
    ...broken,
    ...[...checkBranches(plan, reach), ...checkCalculations(form, space)].filter(
      (one) => !isConsequence(one, broken),
    ),
    ...checkConsents(form),
    ...checkQuestions(form, { isPattern }),
    ...checkTexts(form, { recalls, reach }),
    ...checkPaths(form, { paths, reach, rivals }),
    ...checkEndings(form, { exits, lanes }),
    ...(model ? checkModel(form, { model, scores }) : []),
  ]
  return {
    findings: sorted(findings),
    shortest: paths.length > 0 ? Math.min(...paths.map((path) => path.shortest)) : 0,
    longest,
    coverage: {
      budget: covered(paths, 'budget'),
      authority: covered(paths, 'authority'),
      need: covered(paths, 'need'),
      timeline: covered(paths, 'timeline'),
    },
    lanes: inOrder(lanes),
    paths,
  }
}

/** What a condition comes to says nothing while something in it is missing. */
const isConsequence = ({ path }: Finding, broken: readonly Finding[]): boolean =>
  broken.some((one) => one.path.startsWith(`${path}.`))

const allLanes: readonly Lane[] = ['sales', 'prospecting', 'nurture', 'disqualified']
const inOrder = (lanes: ReadonlySet<Lane>): readonly Lane[] =>
  allLanes.filter((lane) => lanes.has(lane))

const refOf = ({ id }: { readonly id: string }) => `question:${id}`

const probesOf = (
  all: readonly { readonly at: number; readonly test: Test }[],
): ReadonlyMap<number, readonly Test[]> => {
  const probes = new Map<number, Test[]>()
  for (const { at, test } of all) probes.set(at, [...(probes.get(at) ?? []), test])
  return probes
}

const covered = (paths: readonly PathFigures[], letter: BantLetter): Covered => {
  const found = new Set(paths.map(({ coverage }) => coverage[letter]))
  const [only] = found
  return found.size === 1 && only ? only : found.size === 0 ? 'never' : 'sometimes'
}

const ranks: { readonly [S in Severity]: number } = { error: 0, warning: 1, hint: 2 }

const sorted = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((one, other) => ranks[one.severity] - ranks[other.severity])
