import type { Step } from '../connection.ts'
import type { SubmissionRecord } from '../port.ts'
import type { Tables } from '../tables.ts'

interface Sums {
  readonly workspaceId: string
  readonly formId: string
  /** YYYY-MM-DD in UTC. */
  readonly day: string
  readonly views?: number | undefined
  readonly starts?: number | undefined
  readonly submissions?: number | undefined
}

/** The bucket of an instant. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** Adds to the sums of forms' days. */
export const addToDays = ({ formDays }: Pick<Tables, 'formDays'>, sums: readonly Sums[]): Step => ({
  write: (q) =>
    q.insertMany(
      formDays,
      sums.map(({ workspaceId, formId, day, views = 0, starts = 0, submissions = 0 }) => ({
        workspaceId,
        formId,
        day,
        views,
        starts,
        submissions,
      })),
      { key: ['workspaceId', 'formId', 'day'], then: 'add' },
    ),
})

/** How many submissions each form took on each day. */
export const perDay = (
  submissions: readonly Pick<SubmissionRecord, 'workspaceId' | 'formId' | 'at'>[],
): Sums[] => {
  const sums = new Map<string, Sums>()
  for (const { workspaceId, formId, at } of submissions) {
    const day = dayOf(at)
    const name = `${workspaceId} ${formId} ${day}`
    const taken = sums.get(name)?.submissions ?? 0
    sums.set(name, { workspaceId, formId, day, submissions: taken + 1 })
  }
  return [...sums.values()]
}
