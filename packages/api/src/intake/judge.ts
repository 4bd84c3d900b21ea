import { endingFor, recall, recallLookup, scoreOf } from '@bantam/engine'
import type { AnswerValue, Lane, Score, Touch } from '@bantam/schema'
import type { Receipt } from '@bantam/storage'
import { sourceOf, touchOf } from './attribution.ts'
import { factsOf } from './facts-of.ts'
import type { Prepared } from './prepared.ts'
import { spokenIn } from './spoken.ts'

/** What a submission amounts to by itself, before anybody looks whom it counts for. */
export interface Judged {
  readonly score: Score
  /** What the visitor is shown rests on what this visitor said, never on whom it counts for. */
  readonly ending: Receipt['ending']
  readonly source: string
  readonly touch: Touch | undefined
}

/** Pure: the same submission at the same moment is always judged the same. */
export const judge = (submission: Omit<Prepared, 'judged'>, now: Date): Judged => {
  const { form, definitions, answers, signals, hidden, page, values } = submission
  const { visitorValues = values } = submission
  const facts = factsOf(form.compiled, { values: visitorValues, answers, signals })
  const score = scoreOf(definitions.model(form), facts, { now: now.getTime() })
  return {
    score,
    ending: endingOf(submission, score.lane),
    source: sourceOf(hidden, page),
    touch: touchOf(page, now),
  }
}

/** What the visitor hears: the ending of the path, else the one for a lane. */
export const endingOf = (
  {
    form,
    ending,
    answers,
    hidden,
    language,
  }: Pick<Prepared, 'form' | 'ending' | 'answers' | 'hidden' | 'language'>,
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
