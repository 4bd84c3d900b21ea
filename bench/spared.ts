import {
  bantOf,
  compileForm,
  compileModel,
  compileRouting,
  compileStakes,
  skippable,
  turn,
  type Stakes,
} from '@bantam/engine'
import type { GivenAnswer } from '@bantam/schema'
import { contentDownload } from '../apps/server/src/demo/content-download.ts'
import { seededChance } from '../apps/server/src/demo/chance.ts'
import { demoModel } from '../apps/server/src/demo/model.ts'
import { demoRequest } from '../apps/server/src/demo/demo-request.ts'
import { demoRouting } from '../apps/server/src/demo/routing.ts'
import { demoVisit, type DemoVisit } from '../apps/server/src/demo/visitors.ts'
import { median } from './median.ts'
import { ms, type Part, type Row } from './part.ts'

const visitors = 2000

/** Questions asked of the demo's made-up visitors, all of them and without those that no longer matter. */
export const spared: Part = {
  name: 'spared',
  method: `${visitors.toLocaleString('en')} visitors of the demo answer the two demo forms, once asked everything and once without what is skipped; what is skipped takes effect one question later, since the next one is on the screen by then. Their addresses are on no list.`,
  run: async () =>
    Object.entries({ 'demo-request': demoRequest, 'content-download': contentDownload }).flatMap(
      ([name, form]) => {
        const stakes = compileStakes({
          form: compileForm(form),
          model: compileModel(demoModel, { version: 1, bant: bantOf(form) }),
          routing: compileRouting(demoRouting((email) => email)),
        })
        const chance = seededChance(7)
        const visits = Array.from({ length: visitors }, (_, at) => demoVisit(chance, at)).filter(
          (visit) => visit.form === name,
        )
        return rowsOf(
          name,
          visits.map((visit) => converse(stakes, visit)),
        )
      },
    ),
}

interface Spared {
  readonly whole: number
  readonly asked: number
  /** Milliseconds that deciding took at most on the way. */
  readonly longest: number
}

const rowsOf = (name: string, of: readonly Spared[]): readonly Row[] => {
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  const whole = of.map((one) => one.whole)
  const asked = of.map((one) => one.asked)
  const some = of.filter((one) => one.asked < one.whole).length / of.length
  return [
    {
      figure: `Questions asked by ${name}, median`,
      measured: `${median(asked)}`,
      reference: `${median(whole)} (everything)`,
    },
    {
      figure: `Questions asked by ${name}, mean`,
      measured: mean(asked).toFixed(2),
      reference: `${mean(whole).toFixed(2)} (everything)`,
      ratio: mean(asked) / mean(whole),
    },
    {
      figure: `Visitors of ${name} who are spared a question`,
      measured: `${(some * 100).toFixed(0)} %`,
    },
    {
      figure: `Deciding what to skip in ${name}, median of each visit's longest`,
      measured: ms(median(of.map(({ longest }) => longest))),
    },
  ]
}

const converse = (stakes: Stakes, { answers: said, hidden }: DemoVisit): Spared => {
  const valueOf = (id: string) => said.find(({ questionId }) => questionId === id)?.value ?? null
  const talk = (next: (answers: readonly GivenAnswer[]) => ReadonlySet<string>) => {
    const answers: GivenAnswer[] = []
    let asked = 0
    let skip: ReadonlySet<string> = new Set()
    for (;;) {
      const current = turn(stakes.form, { answers, hidden, skip })
      if (current.kind === 'end') return asked
      const { id } = current.question
      skip = next(answers)
      asked++
      answers.push({ questionId: id, value: valueOf(id) })
    }
  }
  let longest = 0
  const decide = (answers: readonly GivenAnswer[]) => {
    const start = performance.now()
    const skip = skippable(stakes, {
      state: { answers, hidden },
      signals: [],
      inList: () => false,
      now: 0,
    })
    longest = Math.max(longest, performance.now() - start)
    return new Set(skip.filter((id) => answers.every(({ questionId }) => questionId !== id)))
  }
  return { whole: talk(() => new Set()), asked: talk(decide), longest }
}
