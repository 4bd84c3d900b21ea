import type { Calculation, Condition } from '@bantam/schema'
import { conditionOf } from './condition.ts'
import type { Expression, Value } from './expression/expression.ts'
import type { RulesAt } from './gates.ts'
import type { Ledger } from './ledger.ts'
import type { Sum, Sums } from './rules.ts'
import { calculated } from './scope.ts'
import type { Subject } from './subject.ts'
import { stepsOf, sumOf } from './sums.ts'

/** A value that the source computes: from an expression, or set by triggers when theirs hold. */
export interface Definition {
  readonly name: string
  readonly id: string
  readonly path: string
  readonly by:
    | { readonly kind: 'expression'; readonly expression: Expression | undefined }
    | { readonly kind: 'triggers'; readonly settings: readonly Setting[] }
}

export interface Setting {
  readonly path: string
  readonly expression: Expression
  readonly value: string
}

export interface Calculations {
  readonly sums: Sums
  readonly computed: (name: string) => Subject | 'lost' | undefined
  /** All that the form computes, those that rules needed last; reports each definition. */
  readonly finish: () => readonly Calculation[]
}

const NO_WORDS =
  'Calculations here add fixed numbers when conditions hold; this one computes with what was answered.'

/** Says the source's computed values as ours, as far as fixed amounts under conditions go. */
export const calculationsFor = (
  definitions: readonly Definition[],
  { rulesAt, report }: { rulesAt: () => RulesAt; report: Ledger },
): Calculations => {
  const byName = new Map(definitions.map((one) => [one.name.toLowerCase(), one]))
  const found = new Map<Definition, Found | undefined>()
  const needed = new Map<string, { id: string; sum: Sum }>()

  const resolve = (definition: Definition): Found | undefined => {
    if (found.has(definition)) return found.get(definition)
    // Read while it is being resolved, it computes with itself.
    found.set(definition, undefined)
    const result = foundFor(definition, rulesAt())
    found.set(definition, result)
    return result
  }
  const resolveName = (name: string) => {
    const definition = byName.get(name)
    return definition && { definition, result: resolve(definition) }
  }
  return {
    sums: {
      named: (name) => {
        const result = resolveName(name)?.result
        return result?.kind === 'sum' ? result.sum : undefined
      },
      refOf: (sum) => {
        const key = JSON.stringify(sum)
        const entry = needed.get(key) ?? { id: freeId(needed.size + 1, definitions), sum }
        needed.set(key, entry)
        return `calculation:${entry.id}`
      },
    },
    computed: (name) => {
      const resolved = resolveName(name)
      if (!resolved) return undefined
      const { definition, result } = resolved
      return result ? calculated(definition.id, result.kind === 'sum' ? 'number' : 'text') : 'lost'
    },
    finish: () => {
      const own = definitions.flatMap((definition) => {
        const result = resolve(definition)
        const paths =
          definition.by.kind === 'triggers'
            ? definition.by.settings.map(({ path }) => path)
            : [definition.path]
        for (const path of paths) if (result) report.keep(path)
        if (!result) for (const path of paths) report.drop(path, NO_WORDS)
        return result ? [calculationOf(definition.id, result)] : []
      })
      const rest = [...needed.values()].map(({ id, sum }) =>
        calculationOf(id, { kind: 'sum', sum }),
      )
      return [...own, ...rest]
    },
  }
}

type Found =
  | { readonly kind: 'sum'; readonly sum: Sum }
  | {
      readonly kind: 'text'
      readonly start: string
      readonly settings: readonly { readonly when: Condition; readonly value: string }[]
    }

const calculationOf = (id: string, found: Found): Calculation =>
  found.kind === 'sum'
    ? { id, type: 'number', start: found.sum.start, steps: stepsOf(found.sum) }
    : {
        id,
        type: 'text',
        start: found.start,
        steps: found.settings.map(({ when, value }) => ({ when, do: 'set', value })),
      }

const freeId = (count: number, definitions: readonly Definition[]): string =>
  definitions.some(({ id }) => id === `sum-${count}`)
    ? freeId(count + 1, definitions)
    : `sum-${count}`

const foundFor = ({ by, path: own }: Definition, rulesAt: RulesAt): Found | undefined => {
  let isLost = false
  const lose = () => {
    isLost = true
  }
  const strictAt = (path: string) => ({
    holds: true,
    at: Infinity,
    rules: { ...rulesAt(path), lose },
  })
  const result =
    by.kind === 'triggers'
      ? textBy(by.settings, ({ path, expression }) => conditionOf(expression, strictAt(path)))
      : by.expression && byExpression(by.expression, strictAt(own))
  return isLost ? undefined : result
}

type Translating = Parameters<typeof sumOf>[1]

const byExpression = (expression: Expression, translating: Translating): Found | undefined => {
  const sum = sumOf(expression, translating)
  if (sum) return { kind: 'sum', sum }
  const chain = chainOf(expression)
  if (!chain) return undefined
  // The first that holds wins, so it is set last.
  const settings = chain.cases.toReversed().map(({ when, value }) => ({
    when: conditionOf(when, translating),
    value,
  }))
  return { kind: 'text', start: chain.otherwise, settings }
}

const textBy = (
  settings: readonly Setting[],
  translate: (setting: Setting) => Condition,
): Found => ({
  kind: 'text',
  start: '',
  settings: settings.map((setting) => ({ when: translate(setting), value: setting.value })),
})

interface Chain {
  readonly cases: readonly { readonly when: Expression; readonly value: string }[]
  readonly otherwise: string
}

/** `iif(a, 'x', iif(b, 'y', 'z'))` as cases, or a text alone. */
const chainOf = (expression: Expression): Chain | undefined => {
  if (expression.kind === 'constant') return { cases: [], otherwise: written(expression.value) }
  if (expression.kind !== 'call' || expression.name !== 'iif') return undefined
  const [when, yes, no] = expression.args
  const rest = no ? chainOf(no) : { cases: [], otherwise: '' }
  return when && yes?.kind === 'constant' && rest
    ? { ...rest, cases: [{ when, value: written(yes.value) }, ...rest.cases] }
    : undefined
}

const written = (value: Value): string => (value === undefined ? '' : String(value))
