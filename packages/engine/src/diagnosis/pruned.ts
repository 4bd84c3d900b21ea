import type { Condition, Form, Test } from '@bantam/schema'
import type { Repair, RepairEdit } from './finding.ts'

/** What becomes of a test: another one, the same, or undefined for one that goes. */
export type ChangeTest = (test: Test) => Test | undefined

/** A condition with its tests changed; undefined when nothing of it is left. */
const changed = (condition: Condition, change: ChangeTest): Condition | undefined => {
  if ('not' in condition) {
    const left = changed(condition.not, change)
    return left === condition.not ? condition : left && { not: left }
  }
  if ('all' in condition) {
    const all = condition.all.flatMap((part) => changed(part, change) ?? [])
    return isSame(all, condition.all) ? condition : all.length > 0 ? { all } : undefined
  }
  if ('any' in condition) {
    const any = condition.any.flatMap((part) => changed(part, change) ?? [])
    return isSame(any, condition.any) ? condition : any.length > 0 ? { any } : undefined
  }
  return change(condition)
}

const isSame = (one: readonly Condition[], other: readonly Condition[]) =>
  one.length === other.length && one.every((part, at) => part === other[at])

interface Changes {
  readonly changeTest: ChangeTest
  /** The new target of a jump, by the place of its question; undefined takes the jump out. */
  readonly retarget?: (to: string, at: number) => string | undefined
}

/** Edits that change a form's tests and jumps. A jump or a step of whose condition nothing is left goes too. */
export const changingEdits = (
  { questions, calculations = [] }: Form,
  { changeTest, retarget = (to) => to }: Changes,
): readonly RepairEdit[] => [
  ...questions.flatMap(({ id, showIf, jumps = [] }, place): RepairEdit[] => {
    const shown = showIf && changed(showIf, changeTest)
    const edits = jumps.flatMap((jump, at): RepairEdit[] => {
      const when = changed(jump.when, changeTest)
      const to = retarget(jump.to, place)
      if (when === jump.when && to === jump.to) return []
      return when === undefined || to === undefined
        ? [{ type: 'removeJump', id, at }]
        : [{ type: 'setJump', id, at, jump: { ...jump, when, to } }]
    })
    const showing: readonly RepairEdit[] =
      shown === showIf ? [] : [{ type: 'setShowIf', id, when: shown }]
    // The last jump first, so that the places of those before it stay what they are.
    return [...showing, ...edits.toReversed()]
  }),
  ...calculations.flatMap(({ id, steps }): RepairEdit[] => {
    const left = steps.flatMap((step) => {
      if (!step.when) return [step]
      const when = changed(step.when, changeTest)
      return when === step.when ? [step] : when ? [{ ...step, when }] : []
    })
    const isKept = left.length === steps.length && left.every((step, at) => step === steps[at])
    return isKept ? [] : [{ type: 'setCalculation', id, field: 'steps', value: left }]
  }),
]

/** The repair that takes some tests out of a form. */
export const removingTests = (
  form: Form,
  { isDoomed, label }: { isDoomed: (test: Test) => boolean; label: string },
): Repair => ({
  label,
  edits: changingEdits(form, { changeTest: (test) => (isDoomed(test) ? undefined : test) }),
})
