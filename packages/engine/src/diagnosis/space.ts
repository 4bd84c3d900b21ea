import type { AnswerValue, Form, Question, Test } from '@bantam/schema'
import { partsOf } from '../answer/parts.ts'
import { asKey, type Truth } from '../condition/facts.ts'
import { holdsOf } from '../condition/possible-truths.ts'
import type { Box } from './box.ts'
import { candidatesFor, partCandidates, textCandidates, type Candidate } from './candidates.ts'
import { groupedBy } from './grouped.ts'

/** Where a test is true, false and unknown: masks of the classes of its dimension. */
export interface Truths {
  readonly dimension: number
  readonly yes: number
  readonly no: number
  readonly unknown: number
}

/** What is followed of one ref: not asked yet, passed over, or one of the classes of its answers. */
interface Dimension {
  readonly ref: string
  /** Candidates of each class; the classes of answers begin at bit 2. */
  readonly classes: readonly (readonly Candidate[])[]
}

export const UNASKED = 1
export const PASSED = 2
/** The first class of answers and, of a flag, the only one. */
export const ANSWERED = 4
const FIRST_CLASS = 2
const MOST_CLASSES = 28

/** What a visit writes: each mask to its dimension. */
export type Written = readonly { readonly dimension: number; readonly mask: number }[]

export interface Space {
  readonly dimensions: readonly Dimension[]
  /** Place of a ref among the dimensions. */
  readonly places: ReadonlyMap<string, number>
  readonly start: Box
  /** Whatever any moment of any conversation may hold. */
  readonly anything: Box
  /** By question, what may be known once it was asked. */
  readonly written: ReadonlyMap<string, Written>
  readonly truthsOf: (test: Test) => Truths | undefined
}

/** A dimension that a visit sets and nothing takes back; asked for as `flag:NAME is-answered`. */
export interface Flag {
  readonly ref: string
  readonly isSetBy: (question: Question) => boolean
}

interface Contents {
  readonly form: Form
  /** What branches read: tells the classes apart. */
  readonly tests: readonly Test[]
  /** Refs to follow besides, if only to know whether they are answered. */
  readonly watched: readonly string[]
  /** What questions only ever set, such as "contact was asked". */
  readonly flags: readonly Flag[]
}

/** The refs that tests read, with their values sorted into classes that no test tells apart. */
export const spaceOf = ({ form, tests, watched, flags }: Contents): Space => {
  const byRef = groupedBy(tests, ({ ref }) => asKey(ref))
  const refs = [...new Set([...byRef.keys(), ...watched.map(asKey)])].filter(
    (ref) => !/^(calculation|flag):/.test(ref),
  )
  const sources = sourcesOf(form)
  const dimensions = [
    ...refs.map((ref): Dimension => {
      const own = byRef.get(ref) ?? []
      return { ref, classes: classesOf(sources.get(ref)?.(own) ?? [], own) }
    }),
    ...flags.map(({ ref }) => ({ ref, classes: [[set]] })),
  ]
  const places = new Map(dimensions.map(({ ref }, place) => [ref, place]))
  return {
    dimensions,
    places,
    start: dimensions.map(({ ref, classes }) =>
      ref.startsWith('hidden:') ? UNASKED | answered(classes) : UNASKED,
    ),
    anything: dimensions.map(({ classes }) => UNASKED | PASSED | answered(classes)),
    written: new Map(
      form.questions.map((question) => [
        question.id,
        [
          ...refsOfQuestion(question).flatMap((ref, at) => {
            const dimension = places.get(ref)
            const { classes } = dimensions[dimension ?? -1] ?? {}
            return dimension === undefined || !classes
              ? []
              : [{ dimension, mask: maskOf(question, { classes, isPart: at > 0 }) }]
          }),
          ...flags.flatMap(({ ref, isSetBy }) =>
            isSetBy(question) ? [{ dimension: places.get(ref) ?? 0, mask: ANSWERED }] : [],
          ),
        ],
      ]),
    ),
    truthsOf: (test) => truthsOn(test, { dimensions, places }),
  }
}

const set: Candidate = { value: true, standsFor: () => true }

type Source = (tests: readonly Test[]) => readonly Candidate[]

/** What each ref may hold once it holds something; a question comes before a part of the same name. */
const sourcesOf = (form: Form): ReadonlyMap<string, Source> => {
  const sources = new Map<string, Source>(
    (form.hidden ?? []).map((name) => [`hidden:${name}`, textCandidates]),
  )
  for (const question of form.questions)
    for (const part of partsOf(question))
      sources.set(`question:${question.id}.${part}`, (tests) => partCandidates(question, tests))
  for (const question of form.questions)
    sources.set(`question:${question.id}`, (tests) => candidatesFor(question, tests))
  return sources
}

/** The ref of the whole answer, then those of its parts. */
const refsOfQuestion = (question: Question): readonly string[] => [
  `question:${question.id}`,
  ...partsOf(question).map((part) => `question:${question.id}.${part}`),
]

const maskOf = (
  { kind, required }: Question,
  { classes, isPart }: { classes: Dimension['classes']; isPart: boolean },
): number => {
  const present = answered(classes)
  if (kind === 'statement') return present || PASSED
  return required && !isPart ? present : present | PASSED
}

const answered = (classes: Dimension['classes']): number => {
  let mask = 0
  for (let at = 0; at < classes.length; at++) mask |= 1 << (FIRST_CLASS + at)
  return mask
}

const classesOf = (
  candidates: readonly Candidate[],
  tests: readonly Test[],
): Dimension['classes'] => {
  const told = groupedBy(candidates, (candidate) =>
    tests.map((test) => truthsFor(test, candidate)).join(),
  )
  const classes = [...told.values()]
  const rest = classes.slice(MOST_CLASSES - 1).flat()
  return rest.length > 0 ? [...classes.slice(0, MOST_CLASSES - 1), rest] : classes
}

const YES = 1
const NO = 2
const UNKNOWN = 4

/** What a test may say of the values that a candidate stands for, as bits. */
const truthsFor = (test: Test, { value, standsFor }: Candidate): number => {
  const truth = truthOf(test, value)
  if (truth === UNKNOWN || isAboutPresence(test) || standsFor(test)) return truth
  return YES | NO
}

const isAboutPresence = ({ op }: Test) => op === 'is-answered' || op === 'is-not-answered'

const truthOf = (test: Test, value: AnswerValue | null | undefined): number => {
  const truth = holdsOf(test)({ values: { [asKey(test.ref)]: value }, isOpen: true })
  return truth < 0 ? UNKNOWN : truth ? YES : NO
}

const truthsOn = (
  test: Test,
  { dimensions, places }: Pick<Space, 'dimensions' | 'places'>,
): Truths | undefined => {
  const dimension = places.get(test.ref)
  const of = dimensions[dimension ?? -1]
  if (dimension === undefined || !of) return undefined
  const truths = [
    truthOf(test, undefined),
    truthOf(test, null),
    ...of.classes.map((candidates) =>
      candidates.reduce((bits, candidate) => bits | truthsFor(test, candidate), 0),
    ),
  ]
  const where = (bit: number) =>
    truths.reduce((mask, bits, at) => (bits & bit ? mask | (1 << at) : mask), 0)
  return { dimension, yes: where(YES), no: where(NO), unknown: where(UNKNOWN) }
}

/** Whether one of the classes of the mask may say `truth` to a test of its dimension. */
export const allows = (
  space: Space,
  { test, mask, truth }: { test: Test; mask: number; truth: Truth },
): boolean => {
  const truths = space.truthsOf(test)
  if (!truths) return true
  return (mask & (truth < 0 ? truths.unknown : truth ? truths.yes : truths.no)) !== 0
}
