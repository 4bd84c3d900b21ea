import { defaultRouting, factsOf, follow, zoneOffset } from '@bantam/api'
import {
  bantOf,
  compileForm,
  compileModel,
  compileRouting,
  endingFor,
  routeOf,
  scoreOf,
} from '@bantam/engine'
import { Form, GivenAnswers, ScoringModel } from '@bantam/schema'
import { readDocument } from './document.ts'
import { needed, readOptions } from './options.ts'
import { print } from './print.ts'

/** Scores answers as a submission would be scored now; 1 when answers are missing or refused. */
export const score = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args, ['form', 'model', 'answers'])
  const form = readDocument(needed(options.form, 'form'), Form)
  const model = readDocument(needed(options.model, 'model'), ScoringModel)
  const given = readDocument(needed(options.answers, 'answers'), GivenAnswers)
  const compiled = compileForm(form)
  const { answers, values, discarded, errors, ending } = follow(compiled, { answers: given })
  const facts = factsOf(compiled, { answers, values, signals: [] })
  const now = Date.now()
  const scored = scoreOf(compileModel(model, { version: 1, bant: bantOf(form) }), facts, { now })
  const { lane } = scored
  const { route } = routeOf(compileRouting(defaultRouting([])), {
    lane,
    facts,
    now,
    people: [],
    credits: [],
    zone: zoneOffset,
  })
  const reached = endingFor(form, { lane, ...(ending !== undefined && { ending }) })
  print(
    { score: scored, lane, route, ending: reached.id, discarded, errors },
    {
      json: options.json,
      words: [
        `fit ${scored.fit} · intent ${scored.intent} · ${scored.label} · ${lane}`,
        ...scored.contributions.map(
          ({ axis, points, because }) => `${points < 0 ? '' : '+'}${points} ${axis}: ${because}`,
        ),
        ...errors.map(({ path, message }) => `! ${path}: ${message}`),
      ],
    },
  )
  return errors.length > 0 ? 1 : 0
}
