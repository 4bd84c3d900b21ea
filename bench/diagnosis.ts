import { largeForm } from '../packages/engine/src/testing/large-form.ts'
import { demoModel } from '../apps/server/src/demo/model.ts'
import { median } from './median.ts'
import { ms, type Part } from './part.ts'
import { shippedEngine } from './shipped-engine.ts'

const ROUNDS = 15
/** Milliseconds that an editor may spend between two letters without anybody noticing. */
const most = 100

/** How long it takes to say everything that can be said of a long form. */
export const diagnosis: Part = {
  name: 'diagnosis',
  method: `A form of 389 questions and 291 rules is diagnosed ${ROUNDS} times, once cold, with and without a scoring model; milliseconds of wall time, medians.`,
  async run() {
    const { diagnose } = await shippedEngine()
    const form = largeForm()
    const timed = (model?: typeof demoModel) => {
      const start = performance.now()
      diagnose(form, { model })
      return performance.now() - start
    }
    const cold = timed()
    const alone = median(Array.from({ length: ROUNDS }, () => timed()))
    const scored = median(Array.from({ length: ROUNDS }, () => timed(demoModel)))
    return [
      {
        figure: 'Diagnosis of 389 questions, 291 rules',
        measured: ms(alone),
        target: `≤ ${most} ms`,
        isReached: alone <= most,
      },
      { figure: 'Diagnosis of the same, the first of a process', measured: ms(cold) },
      { figure: 'Diagnosis of the same with a scoring model', measured: ms(scored) },
    ]
  },
}
