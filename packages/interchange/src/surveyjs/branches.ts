import type { Jump, Question } from '@bantam/schema'
import { conditionOf } from './condition.ts'
import type { Endings } from './endings.ts'
import { namesIn, type Expression } from './expression/expression.ts'
import type { RulesAt } from './gates.ts'
import type { Ledger } from './ledger.ts'
import type { Placed } from './scope.ts'
import type { Triggers } from './triggers.ts'
import { allOf, isNever } from './truth.ts'

export interface Branches {
  /** The default, and those that a condition chooses. */
  readonly endings: Endings['endings']
  /** Jumps of the questions, by place. */
  readonly jumps: ReadonlyMap<number, readonly Jump[]>
  /** Goes unseen after the last question and chooses the ending, where there is a choice. */
  readonly last: Question | undefined
}

interface Within {
  readonly placed: readonly Placed[]
  readonly rulesAt: RulesAt
  readonly report: Ledger
}

/** Where conversations end: early by triggers, else after the last question, on the ending whose condition holds. */
export const branchesOf = (
  { completes }: Pick<Triggers, 'completes'>,
  { endings: { endings, conditional }, ...within }: Within & { readonly endings: Endings },
): Branches => {
  const { placed, report } = within
  const chosen = conditional.filter(({ path, expression }) => {
    const loss = lossOf(expression, { path, rulesAt: within.rulesAt })
    if (loss === undefined) report.keep(path)
    else report.drop(path, loss)
    return loss === undefined
  })
  const endingJumps = (at: number): readonly Jump[] =>
    chosen.flatMap(({ id, expression, path }) => jump(expression, { at, path, to: id, ...within }))

  const jumps = new Map<number, readonly Jump[]>()
  for (const { path, expression } of completes) {
    const loss = lossOf(expression, { path, rulesAt: within.rulesAt })
    const reads = namesIn(expression)
    const sources = placed.filter(({ planned }) =>
      reads.some((name) => isOf(name, planned.asked.name.toLowerCase())),
    )
    if (loss !== undefined || sources.length === 0) {
      report.drop(path, loss ?? 'It reads no question that is asked here.')
      continue
    }
    report.change(
      path,
      'It ends the conversation at once, where SurveyJS waits for the page’s end.',
    )
    for (const { place } of sources) {
      const [early] = jump(expression, { at: place + 1, path, to: endings[0]?.id ?? '', ...within })
      if (!early) continue
      const each = endingJumps(place + 1).map(({ when, to }) => ({
        when: allOf([early.when, when]),
        to,
      }))
      jumps.set(place, [...(jumps.get(place) ?? []), ...each, early])
    }
  }
  const last = endingJumps(Infinity)
  const isChosen = (id: string) => chosen.some((one) => one.id === id)
  return {
    jumps,
    endings: endings.filter(({ id }, at) => at === 0 || isChosen(id)),
    last:
      last.length > 0
        ? { id: freeId(placed), kind: 'statement', title: '', passes: true, jumps: [...last] }
        : undefined,
  }
}

/** `m` and what is written `m.row`, `m[0].x` or `m.length`. */
const isOf = (name: string, question: string) =>
  name === question || name.startsWith(`${question}.`) || name.startsWith(`${question}[`)

const freeId = (placed: readonly Placed[], count = 0): string => {
  const id = count ? `which-ending-${count}` : 'which-ending'
  return placed.some(({ planned }) => planned.id === id) ? freeId(placed, count + 1) : id
}

const jump = (
  expression: Expression,
  { at, path, to, rulesAt }: { at: number; path: string; to: string; rulesAt: RulesAt },
): readonly Jump[] => {
  const when = conditionOf(expression, {
    holds: true,
    at,
    rules: { ...rulesAt(path), early: () => {} },
  })
  return isNever(when) ? [] : [{ when, to: `ending:${to}` }]
}

const lossOf = (
  expression: Expression,
  { path, rulesAt }: { path: string; rulesAt: RulesAt },
): string | undefined => {
  const losses: string[] = []
  conditionOf(expression, {
    holds: true,
    at: Infinity,
    rules: { ...rulesAt(path), lose: (why) => losses.push(why), early: () => {} },
  })
  return losses[0]
}
