import type { Form, Test } from '@bantam/schema'
import { called } from './called.ts'
import type { Finding } from './finding.ts'
import type { Reach } from './reach.ts'
import { recalledBy, type Recalled } from './recalls.ts'

/** What must be known of conversations to check recalls without a fallback: per place, whether a question was answered. */
export const recallProbes = (
  form: Form,
  recalls: readonly Recalled[],
): readonly { readonly at: number; readonly test: Test }[] =>
  recalls.flatMap((recalled) => {
    const { at } = recalled
    const question = at === undefined ? undefined : bareQuestion(form, recalled)
    return question === undefined || at === undefined ? [] : [{ at, test: isAnswered(question) }]
  })

/** Recalls of what is not there, of what comes later, and of what may be empty without a fallback. */
export const checkTexts = (
  form: Form,
  { recalls, reach }: { recalls: readonly Recalled[]; reach: Reach },
): readonly Finding[] =>
  withoutEchoes(recalls).flatMap((recalled) => {
    const places = recalledBy(form, recalled.name)
    if (places === undefined) return unknown(recalled)
    if (places === 'other' || recalled.at === undefined) return []
    const { at, path, fallback } = recalled
    const question = form.questions[at]
    const [first = 0] = places
    if (question && first >= at && places.every((place) => !isBefore(reach, place, at)))
      return [
        {
          code: 'recall-too-early',
          severity: 'warning',
          path,
          message: `${called(question)} recalls the answer to ${calledAt(form, first)}, which is asked later or at the same time. Move the question up, or take the recall out.`,
        },
      ]
    const id = bareQuestion(form, recalled)
    const probed = reach.steps[at]?.probes.find(({ test }) => test.ref === `question:${id}`)
    if (fallback !== undefined || !probed?.mayFail || !question) return []
    return [
      {
        code: 'recall-without-fallback',
        severity: 'hint',
        path,
        message: `${called(question)} recalls an answer that may be missing. Say what to show then: {{${recalled.name}|fallback}}.`,
      },
    ]
  })

/** A translation that recalls what the text itself recalls is found with that. */
const withoutEchoes = (recalls: readonly Recalled[]): readonly Recalled[] => {
  const said = ({ source, name, fallback }: Recalled) =>
    JSON.stringify([source, name, fallback === undefined])
  const own = new Set(recalls.filter(({ language }) => language === undefined).map(said))
  return recalls.filter((one) => one.language === undefined || !own.has(said(one)))
}

/** A jump back may show an answer that comes later in the list. */
const isBefore = (reach: Reach, ...[place, at]: [place: number, at: number]): boolean =>
  place < at ||
  reach.steps.some(
    ({ jumps }, from) => from >= place && jumps.some(({ to, isTaken }) => isTaken && to <= at),
  )

const isAnswered = (id: string): Test => ({ ref: `question:${id}`, op: 'is-answered' })

/** The id of the question that a recall without a fallback names alone. */
const bareQuestion = (form: Form, { name, fallback, at = 0 }: Recalled): string | undefined => {
  if (fallback !== undefined) return undefined
  const places = recalledBy(form, name)
  const place = places === 'other' || places?.length !== 1 ? undefined : places[0]
  return place === undefined || place >= at ? undefined : form.questions[place]?.id
}

const calledAt = (form: Form, at: number): string => {
  const question = form.questions[at]
  return question ? called(question) : 'a question'
}

const unknown = ({ name, path, language }: Recalled): readonly Finding[] => [
  {
    code: 'unknown-recall',
    severity: 'warning',
    path,
    message: `{{${name}}}${language === undefined ? '' : ` in the translation "${language}"`} names no question, lead property, hidden field or calculation of this form, so its fallback is always shown. Correct the name, or take it out.`,
  },
]
