import { readdirSync, readFileSync } from 'node:fs'
import { Form, ScoringModel } from '@bantam/schema'
import { describe, expect, test } from 'vitest'
import { bantOf } from '../scoring/bant.ts'
import { compileModel } from '../scoring/compile-model.ts'
import { scoreOf } from '../scoring/score.ts'
import { recall } from '../text/recall.ts'
import { compileForm } from './compile-form.ts'
import { endingFor } from './ending.ts'
import { recallLookup } from './recall-lookup.ts'
import { replay } from './replay.ts'
import { turn } from './turn.ts'
import { valuesOf } from './values.ts'

interface Transcript {
  readonly name: string
  readonly form: unknown
  readonly model?: unknown
  readonly hidden?: Record<string, string>
  readonly turns: readonly {
    readonly asks: string
    readonly says?: string
    readonly answer: unknown
  }[]
  /** Answers of branches that were left behind. */
  readonly abandoned?: readonly { readonly questionId: string; readonly value: unknown }[]
  readonly path: readonly string[]
  readonly ending: string
  readonly fit?: number
  readonly intent?: number
  readonly lane?: 'sales' | 'prospecting' | 'nurture' | 'disqualified'
}

const folder = new URL('../../../../tests/conversations/', import.meta.url)
const transcripts = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Transcript)

describe.each(transcripts)('golden transcript: $name', (transcript) => {
  const form = compileForm(Form.parse(transcript.form))
  const { hidden, abandoned = [] } = transcript
  const given = transcript.turns.map(({ asks, answer }) => ({ questionId: asks, value: answer }))

  test('every turn asks the next question in its words, then ends', () => {
    transcript.turns.forEach(({ asks, says }, at) => {
      const next = turn(form, { answers: [...abandoned, ...given.slice(0, at)], hidden })
      if (next.kind === 'end') throw new Error(`ended before ${asks}`)
      expect(next.question.id).toBe(asks)
      const said = recall(next.question.title, recallLookup(form, next.answers, hidden))
      expect(said).toBe(says ?? next.question.title)
    })
    expect(turn(form, { answers: given, hidden }).kind).toBe('end')
  })

  test('a replay walks the same path and discards what was abandoned', () => {
    const replayed = replay(form, { answers: [...given, ...abandoned], hidden })
    expect(replayed.path).toEqual(transcript.path)
    expect(replayed.errors).toEqual([])
    const statements = [...form.questions.values()].flatMap(({ id, kind }) =>
      kind === 'statement' && replayed.path.includes(id) ? [id] : [],
    )
    expect(replayed.discarded).toEqual([
      ...statements,
      ...abandoned.map(({ questionId }) => questionId),
    ])
  })

  test('the score, the lane and the ending come out as written', () => {
    const replayed = replay(form, { answers: [...given, ...abandoned], hidden })
    const model = compileModel(
      transcript.model === undefined ? noModel : ScoringModel.parse(transcript.model),
      { version: 1, bant: bantOf(form.form) },
    )
    const values = valuesOf(form, { ...replayed, hidden })
    const { fit, intent, lane } = scoreOf(model, { values, signals: [] }, { now: 0 })
    const { fit: fits = fit, intent: intends = intent, lane: lanes = lane } = transcript
    expect({ fit, intent, lane }).toEqual({ fit: fits, intent: intends, lane: lanes })
    expect(endingFor(form.form, { ...replayed, lane }).id).toBe(transcript.ending)
  })
})

const noModel: ScoringModel = {
  schema: 1,
  name: 'None',
  fit: { groups: [] },
  intent: { groups: [] },
}
