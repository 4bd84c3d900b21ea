import { textOf } from '../typeform/json.ts'
import { conditionOf } from './condition.ts'
import type { Gate, RulesAt } from './gates.ts'
import type { Ledger } from './ledger.ts'
import type { Placed } from './scope.ts'
import type { Skip } from './triggers.ts'

/**
 * A trigger that leaps ahead, as gates of the questions it leaps over: from each question that its
 * expression reads on, it closes those before its target when the expression holds there.
 */
export const skipGates = (
  { path, expression, reads, to }: Skip,
  { placed, rulesAt, report }: { placed: readonly Placed[]; rulesAt: RulesAt; report: Ledger },
): readonly { readonly place: number; readonly gate: Gate }[] => {
  const target = placed.findIndex(({ planned: { asked } }) => isCalled(asked, to.toLowerCase()))
  const sources = placed.filter(({ planned: { asked } }) =>
    reads.includes(asked.name.toLowerCase()),
  )
  const why = whyNot()
  if (why !== undefined) {
    report.drop(path, why)
    return []
  }
  report.change(path, 'It is said by the questions it leaps over, which are not asked then.')
  return sources.flatMap(({ place: source }) =>
    placed
      .filter(({ place }) => place > source && place < target)
      .map(({ place }) => ({ place, gate: { expression, holds: false, at: source + 1, path } })),
  )

  function whyNot(): string | undefined {
    if (sources.length === 0) return 'It reads no question that is asked here.'
    if (target < 0) return 'It leads to what is not asked here.'
    if (sources.every(({ place }) => place >= target))
      return 'It leads back; visitors go ahead here.'
    const losses: string[] = []
    conditionOf(expression, {
      holds: true,
      at: Infinity,
      rules: { ...rulesAt(path), lose: (loss) => losses.push(loss), early: () => {} },
    })
    return losses[0]
  }
}

const isCalled = ({ name, within }: Placed['planned']['asked'], target: string) =>
  name.toLowerCase() === target ||
  within.some(({ raw }) => textOf(raw['name'])?.toLowerCase() === target)
