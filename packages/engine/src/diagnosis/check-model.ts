import type { Form, Lane, ScoringModel } from '@bantam/schema'
import { asKey } from '../condition/facts.ts'
import { testsOf } from '../condition/refs.ts'
import { bantOf } from '../scoring/bant.ts'
import { scoreBounds } from '../scoring/bounds.ts'
import { compileModel, type CompiledModel } from '../scoring/compile-model.ts'
import type { Box } from './box.ts'
import { laneNames } from './called.ts'
import type { Finding, Span } from './finding.ts'
import { groupedBy } from './grouped.ts'
import { prospectsIn, readBy, type Outcome } from './prospects.ts'

/** What the conversations of some boxes may score. */
export interface Scores {
  readonly fit: Span
  readonly intent: Span
  readonly lanes: ReadonlySet<Lane>
}

/** What conversations that end in the boxes may score, whatever signals were seen of the visitor. */
export const scoresIn = (outcome: Outcome): ((boxes: readonly Box[]) => Scores | undefined) => {
  const model = compileModel(outcome.model, { version: 0, bant: bantOf(outcome.form) })
  const prospects = prospectsIn(outcome)
  const facts = { values: {}, signals: [], inList: () => true }
  return (boxes) =>
    boxes
      .map((box): Scores => scoreBounds(model, { facts, possible: prospects(box), now: 0 }))
      .reduce<Scores | undefined>((all, one) => (all ? together(all, one) : one), undefined)
}

export const together = (one: Scores, other: Scores): Scores => ({
  fit: around(one.fit, other.fit),
  intent: around(one.intent, other.intent),
  lanes: new Set([...one.lanes, ...other.lanes]),
})

const around = (one: Span, other: Span): Span => ({
  lowest: Math.min(one.lowest, other.lowest),
  highest: Math.max(one.highest, other.highest),
})

/** Criteria that read what this form never asks, and lanes that nobody can reach. */
export const checkModel = (
  form: Form,
  { model, scores }: { model: ScoringModel; scores: Scores | undefined },
): readonly Finding[] => [
  ...checkCriteria(form, model),
  ...(scores ? checkLanes(compileModel(model, { version: 0 }), scores) : []),
]

const checkCriteria = (form: Form, model: ScoringModel): readonly Finding[] => {
  const named = (['fit', 'intent'] as const).flatMap((axis) =>
    model[axis].groups.flatMap(({ criteria }, at) =>
      criteria.flatMap((one, index) =>
        'when' in one ? [{ ...one, path: `model.${axis}.groups.${at}.criteria.${index}` }] : [],
      ),
    ),
  )
  const excluding = (model.exclusions ?? []).map(({ when, label, reason }, at) => ({
    when,
    label: label ?? reason,
    path: `model.exclusions.${at}`,
  }))
  const missing = [...named, ...excluding].flatMap(({ when, label, path }) =>
    [...new Set(testsOf(when).map(({ ref }) => asKey(ref)))]
      .filter((ref) => !isThere(form, ref))
      .map((ref) => ({ ref, label, path })),
  )
  return [...groupedBy(missing, ({ ref }) => ref)].flatMap(([ref, readers]): readonly Finding[] => {
    const [first, ...others] = readers
    if (!first) return []
    const more = others.length > 0 ? ` and ${others.length} more` : ''
    return [
      {
        code: 'criterion-not-asked',
        severity: 'hint',
        path: first.path,
        message: `The scoring model reads ${inWords(ref)} (“${first.label}”${more}), which this form never asks. Ask it here, or leave it to other forms.`,
      },
    ]
  })
}

const isThere = (form: Form, ref: string) => {
  const name = ref.slice(ref.indexOf(':') + 1)
  if (ref.startsWith('hidden:')) return form.hidden?.includes(name) ?? false
  if (ref.startsWith('calculation:'))
    return form.calculations?.some(({ id }) => id === name) ?? false
  return /^(signal|account):/.test(ref) || readBy(form, ref).length > 0
}

const kinds: { readonly [part: string]: string } = {
  property: 'the lead property',
  question: 'the question',
  hidden: 'the hidden field',
  calculation: 'the calculation',
}

const inWords = (ref: string): string => {
  const [part = '', name = ''] = ref.split(/:(.*)/s)
  return `${kinds[part] ?? part} "${name}"`
}

const checkLanes = (model: CompiledModel, { fit, intent, lanes }: Scores): readonly Finding[] => {
  const { thresholds } = model
  const figure = (name: string, ...[reached, bar]: [number, number]) =>
    `the best possible ${name} is ${reached}, the bar is ${bar}`
  const lacking = [
    ...(fit.highest < thresholds.fit ? [figure('fit', fit.highest, thresholds.fit)] : []),
    ...(intent.highest < thresholds.intent
      ? [figure('intent', intent.highest, thresholds.intent)]
      : []),
  ]
  const why: { readonly [L in Lane]?: string } = {
    sales: lacking.join(', and '),
    prospecting:
      fit.highest < thresholds.fit
        ? figure('fit', fit.highest, thresholds.fit)
        : `the lowest possible intent is ${intent.lowest}, the bar is ${thresholds.intent}`,
    nurture: `the lowest possible fit is ${fit.lowest}, the bar is ${thresholds.fit}`,
  }
  return (Object.keys(why) as Lane[]).flatMap((lane): readonly Finding[] =>
    lanes.has(lane)
      ? []
      : [
          {
            code: 'unreachable-lane',
            severity: lane === 'sales' ? 'warning' : 'hint',
            path: 'model.thresholds',
            message: `No path can reach ${laneNames[lane]}: ${why[lane] || 'every way there is excluded'}.`,
          },
        ],
  )
}
