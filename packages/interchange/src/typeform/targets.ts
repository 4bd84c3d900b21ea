import { allOf, readCondition, type Read, type Reading } from './conditions.ts'
import type { Action, Definition } from './definition.ts'
import type { Endings } from './endings.ts'
import { outcomesOf } from './outcomes.ts'
import type { Plan } from './plan.ts'

/** What reading the jumps of a form needs. */
export interface Ruling {
  readonly definition: Definition
  readonly plan: Plan
  readonly endings: Endings
  readonly reading: Reading
}

/** Where a jump leads and when; one action that leads to whichever outcome won is several. */
export interface Lead {
  readonly path: string
  readonly when: Exclude<Read, false>
  /** A place, or the id of an ending; the place after the last one ends the form. */
  readonly to: number | string
}

/** The leads of a jump, reported; none where it can never be taken or has nowhere to go. */
export const leadsOf = (action: Action, ruling: Ruling): readonly Lead[] => {
  const { path, condition, to } = action
  const { report } = ruling.reading
  const holds = readCondition(condition, ruling.reading)
  if (holds === false) {
    report.drop(path, 'Its condition never holds here.')
    return []
  }
  const target = Object.hasOwn(targets, to.type) ? targets[to.type] : undefined
  if (!target) {
    report.dropUnknown(path, `Nothing here can be jumped to as "${to.type}".`)
    return []
  }
  const leads = target(to.name, ruling)
  if (typeof leads === 'string') {
    report.drop(path, leads)
    return []
  }
  report.keep(path)
  return leads.flatMap((lead) => {
    const when = allOf([holds, lead.when ?? true])
    return when === false ? [] : [{ path, when, to: lead.to }]
  })
}

type Target = (
  aim: string,
  ruling: Ruling,
) => readonly { readonly when?: Read; readonly to: number | string }[] | string

const targets: { readonly [type: string]: Target } = {
  field: (ref, { plan, endings }) => {
    const to = plan.placeOf(ref) ?? endings.idOf(ref)
    return to === undefined ? 'It leads to what is not asked here.' : [{ to }]
  },
  thankyou: (ref, { endings }) => {
    const to = endings.idOf(ref)
    return to === undefined ? 'It leads to an ending that is not there.' : [{ to }]
  },
  outcome: (aim, { definition, endings }) =>
    outcomesOf(definition, aim).flatMap(({ when, screen }) => {
      const to = endings.idOf(screen)
      return to === undefined ? [] : [{ when, to }]
    }),
  hidden: () => 'A hidden field is no place that a visitor can be led to.',
}
