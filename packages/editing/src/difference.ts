import type { Ending, Form, Question } from '@bantam/schema'

/** Where in a form something is. */
export type Place =
  | { part: 'form' }
  | { part: 'question'; id: string }
  | { part: 'ending'; id: string }

export interface Difference {
  readonly place: Place
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  /** The title people know it by: of the later form, or of the earlier one when removed. */
  readonly title: string
  /** What changed, in words: `title`, `choices`. Empty unless `kind` is `changed`. */
  readonly what: readonly string[]
}

/** What makes `after` another form than `before`, in the order of `after`; what was removed comes last. */
export const differencesBetween = (before: Form, after: Form): readonly Difference[] => {
  const what = changedParts(before, after, formParts)
  const ofForm: Difference = { place: { part: 'form' }, kind: 'changed', title: after.title, what }
  return [
    ...(what.length > 0 ? [ofForm] : []),
    ...inList(before.questions, after.questions, { part: 'question', words: questionParts }),
    ...inList(before.endings, after.endings, { part: 'ending', words: endingParts }),
  ]
}

/** The first place where the forms differ, so that undo can show what it did. */
export const changedPlace = (before: Form, after: Form): Place | undefined => {
  const question = after.questions.find((each) => !before.questions.includes(each))
  if (question) return { part: 'question', id: question.id }
  const ending = after.endings.find((each) => !before.endings.includes(each))
  if (ending) return { part: 'ending', id: ending.id }
  return before.title === after.title ? undefined : { part: 'form' }
}

const formParts: Record<string, string> = {
  title: 'title',
  language: 'language',
  touchpoint: 'touchpoint',
  hidden: 'hidden fields',
  calculations: 'calculations',
  consents: 'consent texts',
  translations: 'translations',
  theme: 'theme',
}
const questionParts: Record<string, string> = {
  kind: 'kind',
  title: 'title',
  help: 'help',
  why: 'why we ask',
  required: 'required',
  choices: 'choices',
  showIf: 'when it shows',
  jumps: 'branches',
  property: 'lead property',
  bant: 'BANT letter',
  validation: 'limits',
}
const endingParts: Record<string, string> = {
  kind: 'kind',
  title: 'title',
  body: 'text',
  url: 'address',
  for: 'lane',
}

/** Names of the differing parts; one without a word of its own counts as `settings`. */
const changedParts = <T extends object>(
  before: T,
  after: T,
  words: Readonly<Record<string, string>>,
): string[] => {
  const own = new Map(Object.entries(before))
  const other = new Map(Object.entries(after))
  const names = [...new Set([...own.keys(), ...other.keys()])].filter(
    (name) => !lists.has(name) && !isSame(own.get(name), other.get(name)),
  )
  return [...new Set(names.map((name) => words[name] ?? 'settings'))]
}
const lists = new Set(['questions', 'endings'])

const inList = <T extends Question | Ending>(
  before: readonly T[],
  after: readonly T[],
  { part, words }: { part: 'question' | 'ending'; words: Readonly<Record<string, string>> },
): Difference[] => {
  const earlier = new Map(before.map((each) => [each.id, each]))
  const kept = new Set(after.map(({ id }) => id))
  const moved = movedIds(
    before.filter(({ id }) => kept.has(id)).map(({ id }) => id),
    after.filter(({ id }) => earlier.has(id)).map(({ id }) => id),
  )
  const later = after.flatMap((each): Difference[] => {
    const was = earlier.get(each.id)
    const place = { part, id: each.id }
    const { title } = each
    if (!was) return [{ place, kind: 'added', title, what: [] }]
    const what = changedParts(was, each, words)
    if (what.length > 0) return [{ place, kind: 'changed', title, what }]
    return moved.has(each.id) ? [{ place, kind: 'moved', title, what: [] }] : []
  })
  const removed = before
    .filter(({ id }) => !kept.has(id))
    .map(({ id, title }): Difference => ({ place: { part, id }, kind: 'removed', title, what: [] }))
  return [...later, ...removed]
}

/** The fewest ids whose move explains the new order: all but a longest run that kept its order. */
const movedIds = (before: readonly string[], after: readonly string[]): Set<string> => {
  const position = new Map(before.map((id, at) => [id, at]))
  const runs: { last: number; ids: readonly string[] }[] = []
  for (const id of after) {
    const at = position.get(id) ?? 0
    const place = runs.findIndex(({ last }) => last >= at)
    const run = { last: at, ids: [...(runs[(place < 0 ? runs.length : place) - 1]?.ids ?? []), id] }
    runs[place < 0 ? runs.length : place] = run
  }
  const stayed = new Set(runs.at(-1)?.ids)
  return new Set(after.filter((id) => !stayed.has(id)))
}

/** Equal as JSON, whatever the order of keys: a database may reorder them. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const own = new Map<string, unknown>(Object.entries(one))
  const theirs = new Map<string, unknown>(Object.entries(other))
  return (
    own.size === theirs.size && [...own].every(([key, value]) => isSame(value, theirs.get(key)))
  )
}
