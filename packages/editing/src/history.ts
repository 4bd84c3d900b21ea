/**
 * Steps back and forth over immutable snapshots. They share structure, so a step costs a few
 * objects. Only the document is undoable; what is selected is not.
 */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** What the last step was about; the next one with the same key joins it. */
  readonly mergeKey: string | undefined
}

/** Steps kept; the oldest are forgotten first. */
const depth = 1000

export const begin = <T>(present: T): History<T> => ({
  past: [],
  present,
  future: [],
  mergeKey: undefined,
})

/**
 * Makes `next` the present. The same object is no step and keeps what can be redone. With the
 * `mergeKey` of the step before, both are undone together.
 */
export const record = <T>(history: History<T>, next: T, mergeKey?: string): History<T> => {
  if (next === history.present) return history
  const joins = mergeKey !== undefined && mergeKey === history.mergeKey
  const past = joins ? history.past : [...history.past, history.present].slice(-depth)
  return { past, present: next, future: [], mergeKey }
}

/** Ends a run of typing: the next edit is a step of its own, even of the same field. */
export const settle = <T>(history: History<T>): History<T> =>
  history.mergeKey === undefined ? history : { ...history, mergeKey: undefined }

/** One step back; the same history when there is none. */
export const undo = <T>(history: History<T>): History<T> => {
  const present = history.past.at(-1)
  return present === undefined
    ? history
    : {
        past: history.past.slice(0, -1),
        present,
        future: [history.present, ...history.future],
        mergeKey: undefined,
      }
}

/** One step forth; the same history when there is none. */
export const redo = <T>(history: History<T>): History<T> => {
  const [present, ...future] = history.future
  return present === undefined
    ? history
    : { past: [...history.past, history.present], present, future, mergeKey: undefined }
}
