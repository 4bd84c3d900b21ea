import type { Form, Lane } from '@bantam/schema'
import { called, laneNames } from './called.ts'
import type { Finding } from './finding.ts'

/** Endings that no path reaches, going by the ways in which conversations end and the lanes that they may reach. */
export const checkEndings = (
  form: Form,
  { exits, lanes }: { exits: ReadonlySet<string | null>; lanes: ReadonlySet<Lane> },
): readonly Finding[] => {
  const { endings } = form
  const ids = new Set(endings.map(({ id }) => id))
  const isRouted = [...exits].some((exit) => exit === null || !ids.has(exit))
  const fallback = endings.find((ending) => ending.for === undefined) ?? endings[0]
  return endings.flatMap((ending, at): readonly Finding[] => {
    if (exits.has(ending.id)) return []
    if (isRouted && ending === fallback) return []
    const isFirst = endings.find((one) => one.for === ending.for) === ending
    const isOfLane = ending.for !== undefined
    if (isRouted && ending.for && isFirst && lanes.has(ending.for)) return []
    const why = !isOfLane
      ? 'no jump leads to it and it is not the one that everybody else sees'
      : !isRouted
        ? 'every conversation ends on an ending that a jump chooses'
        : isFirst
          ? `no conversation can reach the lane ${laneNames[ending.for ?? 'nurture']}`
          : `another ending is for the lane ${laneNames[ending.for ?? 'nurture']}`
    return [
      {
        code: 'unreached-ending',
        severity: 'warning',
        path: `endings.${at}`,
        message: `Nobody ever sees the ending ${called(ending)}: ${why}. Lead a jump to it, or remove it.`,
        ...(endings.length > 1 && {
          fix: { label: 'Remove the ending', edits: [{ type: 'removeEnding', id: ending.id }] },
        }),
      },
    ]
  })
}
