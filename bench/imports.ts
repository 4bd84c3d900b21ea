import { deepStrictEqual } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import type * as engineModule from '@bantam/engine'
import { importers, type Importable } from '@bantam/interchange'
import { ConditionRunner, Model } from 'survey-core'
import { answerAt, longSurvey, QUESTIONS, RULES } from './long-survey.ts'
import { median } from './median.ts'
import { ms, type Part, type Row } from './part.ts'
import { shippedEngine } from './shipped-engine.ts'

type Engine = typeof engineModule

/** A real definition of as many fields, where it lies beside the repository. */
const real = new URL('../../shared/data/typeform/nice-swift-MedicalIntake23.json', import.meta.url)

export const imports: Part = {
  name: 'imports',
  method: `A SurveyJS definition of ${QUESTIONS} questions and ${RULES} rules: from parsed JSON to the form, its report and its diagnosis. Then the same answers, one turn after the other, through our engine (the whole path anew on every turn), through SurveyJS's model (setValue) and through SurveyJS's condition runner (every rule once per turn); ours and the model must have asked the same questions. Processor time, medians of rounds in turns.`,
  async run() {
    const engine = await shippedEngine()
    const survey = longSurvey()
    const whole = medianOf(7, () => imported(engine, { from: 'surveyjs', document: survey }))
    const { ours, model, runner } = turns(engine, survey)
    return [
      {
        figure: `Import and diagnosis, ${QUESTIONS} questions of SurveyJS`,
        measured: ms(whole),
        target: '≤ 1 s',
        isReached: whole <= 1000,
      },
      ...realRow(engine),
      {
        figure: `One turn of ${QUESTIONS} questions beside SurveyJS's model`,
        measured: `${ours.toFixed(3)} ms`,
        reference: `${model.toFixed(3)} ms`,
        ratio: model / ours,
        target: '≤ 1 ms',
        isReached: ours <= 1,
      },
      {
        figure: `One turn of ${QUESTIONS} questions beside SurveyJS's condition runner`,
        measured: `${ours.toFixed(3)} ms`,
        reference: `${runner.toFixed(3)} ms`,
        ratio: runner / ours,
      },
    ]
  },
}

const realRow = (engine: Engine): readonly Row[] => {
  if (!existsSync(real)) return []
  const document: unknown = JSON.parse(readFileSync(real, 'utf8'))
  const took = medianOf(7, () => imported(engine, { from: 'typeform', document }))
  return [
    {
      figure: 'Import and diagnosis, a real Typeform definition of 389 fields',
      measured: ms(took),
      target: '≤ 1 s',
      isReached: took <= 1000,
    },
  ]
}

const imported = (engine: Engine, { from, document }: { from: Importable; document: unknown }) => {
  const result = importers[from](document)
  if (result.kind === 'refused') throw new RangeError('the definition is refused')
  engine.diagnose(result.form)
  return result.form
}

const ROUNDS = 5

/** Milliseconds per turn of each. */
const turns = (engine: Engine, survey: ReturnType<typeof longSurvey>) => {
  const form = engine.compileForm(imported(engine, { from: 'surveyjs', document: survey }))
  const own = form.form.questions
  const rules = survey.pages
    .flatMap(({ elements }) => elements)
    .flatMap((one) => ('visibleIf' in one && one.visibleIf ? [one.visibleIf] : []))

  const byEngine = () => {
    const answers: { questionId: string; value: unknown }[] = []
    for (;;) {
      const next = engine.turn(form, { answers })
      if (next.kind === 'end') return answers.map(({ questionId }) => questionId)
      const { id } = next.question
      answers.push({ questionId: id, value: answerAt(Number(id.slice(1))) })
    }
  }
  const byModel = (model: Model) => {
    const asked: string[] = []
    own.forEach(({ id }, at) => {
      const question = model.getQuestionByName(id)
      if (!question?.isVisible) return
      asked.push(id)
      model.setValue(id, answerAt(at))
    })
    return asked
  }
  const runners = rules.map((rule) => new ConditionRunner(rule))
  const byRunner = (asked: readonly string[]) => {
    const values: { [name: string]: unknown } = {}
    for (const id of asked) {
      values[id] = answerAt(Number(id.slice(1)))
      for (const runner of runners) runner.runValues(values)
    }
  }

  const path = byEngine()
  deepStrictEqual(byModel(new Model(survey)), path)
  const times = { ours: [] as number[], model: [] as number[], runner: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    times.ours.push(timed(byEngine) / path.length)
    const model = new Model(survey)
    times.model.push(timed(() => byModel(model)) / path.length)
    times.runner.push(timed(() => byRunner(path)) / path.length)
  }
  return { ours: median(times.ours), model: median(times.model), runner: median(times.runner) }
}

/** Processor time in milliseconds: neighbours on a shared machine disturb it less than the clock. */
const timed = (run: () => unknown): number => {
  const { user, system } = process.cpuUsage()
  run()
  const after = process.cpuUsage()
  return (after.user + after.system - user - system) / 1000
}

const medianOf = (rounds: number, run: () => unknown): number =>
  median(Array.from({ length: rounds }, () => timed(run)))
