import type { Jump } from '@bantam/schema'
import type { ReportBuilder } from '../report.ts'
import { asCondition } from './conditions.ts'
import { leadsOf, type Lead, type Ruling } from './targets.ts'

/** How often a jump back may be taken: the most that a form allows, because the source has no bound. */
const mostReturns = 20

/** The jumps of a question, reported: the first that holds is taken, else the next question follows. */
export const jumpsAt = (at: number, ruling: Ruling): readonly Jump[] => {
  const { plan, endings, reading } = ruling
  const place = plan.places[at]
  if (!place) return []
  const { report } = reading
  const own = { ...ruling, reading: { ...reading, own: `question:${place.id}` } }
  const leads = place.blocks
    .flatMap(({ actions }) => actions)
    .filter(({ action }) => action === 'jump')
    .flatMap((action) => leadsOf(action, own))
  const reached = withoutUnreached(leads, report)
  const closing = place.closing === undefined ? undefined : endings.idOf(place.closing)
  if (closing === undefined)
    return withoutIdle(reached, { next: at + 1, report }).map((lead) =>
      jumpOf(lead, { at, ruling }),
    )
  const last: Lead = { path: place.field.path, when: true, to: closing }
  return withoutUnreached([...reached, last]).map((lead) => jumpOf(lead, { at, ruling }))
}

const jumpOf = (
  { path, when, to }: Lead,
  { at, ruling: { plan, endings, reading } }: { at: number; ruling: Ruling },
): Jump => {
  if (typeof to === 'string') return { when: asCondition(when), to: `ending:${to}` }
  const target = plan.places[to]
  if (!target) return { when: asCondition(when), to: `ending:${endings.defaultId}` }
  const isBack = to <= at
  if (isBack)
    reading.report.change(
      path,
      `It leads back, without a bound in the source; here it is taken ${mostReturns} times at most.`,
    )
  return {
    when: asCondition(when),
    to: `question:${target.id}`,
    ...(isBack && { atMost: mostReturns }),
  }
}

/** What follows a jump that always holds is never taken. */
const withoutUnreached = (leads: readonly Lead[], report?: ReportBuilder): readonly Lead[] => {
  const last = leads.findIndex(({ when }) => when === true)
  if (last < 0) return leads
  for (const { path } of leads.slice(last + 1))
    if (path !== leads[last]?.path) report?.drop(path, 'The jump before it is always taken.')
  return leads.slice(0, last + 1)
}

/** A last jump that always leads to the next question does nothing. */
const withoutIdle = (
  leads: readonly Lead[],
  { next, report }: { next: number; report: ReportBuilder },
): readonly Lead[] => {
  const last = leads.at(-1)
  if (last?.when !== true || last.to !== next) return leads
  report.change(
    last.path,
    'It leads to the next question, which follows anyway, so it was left out.',
  )
  return leads.slice(0, -1)
}
