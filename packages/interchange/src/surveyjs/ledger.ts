import type { Report, ReportBuilder } from '../report.ts'
import { pointerTo, reportOn, type Element } from '../report.ts'
import type { Leftover } from './leftovers.ts'

/** A report that can tell what has been spoken of, and that keeps members where they are there. */
export interface Ledger extends ReportBuilder {
  /** Keeps those of these members that the element has. */
  readonly use: (path: string, keys: readonly string[]) => void
  readonly has: (path: string) => boolean
}

/** What nothing spoke of is dropped, with the reason that `whyNot` gives for a member of its name. */
export const ledgerOf = (
  elements: readonly Element[],
  whyNot: (element: Element) => Leftover | undefined,
): Ledger => {
  const report = reportOn(elements)
  const paths = new Set(elements.map(({ path }) => path))
  return {
    ...report,
    has: (path) => paths.has(path),
    use: (path, keys) => {
      for (const key of keys) {
        const below = pointerTo(path, key)
        if (paths.has(below)) report.keep(below)
      }
    },
    finish: (): Report => {
      for (const element of elements) {
        const left = report.isSettled(element.path) ? undefined : whyNot(element)
        if (left?.isUnknown) report.dropUnknown(element.path, left.why)
        else if (left) report.drop(element.path, left.why)
      }
      return report.finish()
    },
  }
}
