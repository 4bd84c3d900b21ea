import type { Ending, Form, Question } from '@bantam/schema'
import { changesBetween, type Change, type Words } from './change.ts'
import { isSame } from './same.ts'
import { endingWords, formWords, questionWords } from './words.ts'

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
  /** What changed, part by part. Empty unless `kind` is `changed`. */
  readonly changes: readonly Change[]
}

/** What makes `after` another form than `before`, in the order of `after`; what was removed comes last. */
export const differencesBetween = (before: Form, after: Form): readonly Difference[] => {
  const changes = changesBetween(before, after, formWords)
  const ofForm: Difference = {
    place: { part: 'form' },
    kind: 'changed',
    title: after.title,
    changes,
  }
  return [
    ...(changes.length > 0 ? [ofForm] : []),
    ...inList(before.questions, after.questions, { part: 'question', words: questionWords }),
    ...inList(before.endings, after.endings, { part: 'ending', words: endingWords }),
  ]
}

/** The first place where the forms differ, so that undo can show what it did. */
export const changedPlace = (before: Form, after: Form): Place | undefined => {
  const question = after.questions.find((each) => !before.questions.includes(each))
  if (question) return { part: 'question', id: question.id }
  const ending = after.endings.find((each) => !before.endings.includes(each))
  if (ending) return { part: 'ending', id: ending.id }
  return isSame(ownOf(before), ownOf(after)) ? undefined : { part: 'form' }
}

/** What a form is apart from its questions and endings. */
const ownOf = ({ questions: _questions, endings: _endings, ...own }: Form) => own

const inList = <T extends Question | Ending>(
  before: readonly T[],
  after: readonly T[],
  { part, words }: { part: 'question' | 'ending'; words: Words },
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
    if (!was) return [{ place, kind: 'added', title, changes: [] }]
    const changes = changesBetween(was, each, words)
    const isMoved = moved.has(each.id)
    if (changes.length > 0)
      return [
        {
          place,
          kind: 'changed',
          title,
          changes: isMoved ? [...changes, { what: 'place' }] : changes,
        },
      ]
    return isMoved ? [{ place, kind: 'moved', title, changes: [] }] : []
  })
  const removed = before
    .filter(({ id }) => !kept.has(id))
    .map(({ id, title }): Difference => ({
      place: { part, id },
      kind: 'removed',
      title,
      changes: [],
    }))
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
