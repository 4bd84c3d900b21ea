import { endingFor, recall, recallLookup, scoreOf } from '@bantam/engine'
import type { AnswerValue, Lane, Score, Touch } from '@bantam/schema'
import type { Receipt, Said, ScoreSummary } from '@bantam/storage'
import { sourceOf, touchOf } from './attribution.ts'
import type { FormVersion } from './directory.ts'
import { factsOf } from './facts-of.ts'
import type { Prepared } from './prepared.ts'
import { spokenIn } from './spoken.ts'
import type { Values } from './values-said.ts'

/** What a submission amounts to by itself, before anybody looks whom it counts for. */
export interface Judged {
  /** What it says holds the explanation. */
  readonly score: ScoreSummary
  /** What the visitor is shown rests on what this visitor said, never on whom it counts for. */
  readonly ending: Receipt['ending']
  readonly source: string
  readonly touch: Touch | undefined
}

/** What is judged: the values are all that is known of the visitor. */
interface Case extends Hearing, Pick<Prepared, 'definitions' | 'signals'>, Pick<Said, 'page'> {
  readonly form: FormVersion
  readonly values: Values
}

/** Pure: the same submission at the same moment is always judged the same. */
export const judge = (one: Case, now: Date): { readonly score: Score; readonly judged: Judged } => {
  const { form, definitions, answers, signals, hidden, page, values } = one
  const facts = factsOf(form.compiled, { values, answers, signals })
  const score = scoreOf(definitions.model(form), facts, { now: now.getTime() })
  const judged = {
    score: summaryOf(score),
    ending: endingOf(one, score.lane),
    source: sourceOf(hidden, page),
    touch: touchOf(page, now),
  }
  return { score, judged }
}

/** A score without its explanation, as a lead carries it. */
export const summaryOf = (score: Score): ScoreSummary => ({
  fit: score.fit,
  intent: score.intent,
  total: score.total,
  label: score.label,
  lane: score.lane,
  coverage: score.coverage,
  modelVersion: score.modelVersion,
  flags: score.flags,
})

/** What the words of an ending rest on. */
export interface Hearing
  extends Pick<Prepared, 'ending' | 'language'>, Pick<Said, 'answers' | 'hidden'> {
  readonly form: FormVersion
}

/** What the visitor hears: the ending of the path, else the one for a lane. */
export const endingOf = (
  { form, ending, answers, hidden, language }: Hearing,
  lane: Lane,
): Receipt['ending'] => {
  const { definition, compiled } = spokenIn(form, language)
  const chosen = endingFor(definition, { lane, ...(ending !== undefined && { ending }) })
  // Values from before never travel to the browser again.
  const said = new Map<string, AnswerValue>()
  for (const { questionId, value, knownSince } of answers)
    if (knownSince === undefined) said.set(questionId, value)
  const lookup = recallLookup(compiled, said, hidden)
  return {
    id: chosen.id,
    kind: chosen.kind,
    title: recall(chosen.title, lookup),
    ...(chosen.body !== undefined && { body: recall(chosen.body, lookup) }),
    ...(chosen.url !== undefined && { url: chosen.url }),
  }
}
