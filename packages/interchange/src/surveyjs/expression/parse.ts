import type { Binary, Expression, Unary } from './expression.ts'
import { valueWritten } from './number-in.ts'

export type Parsed =
  | { readonly kind: 'parsed'; readonly expression: Expression }
  /** `at` counts characters from 0. */
  | { readonly kind: 'refused'; readonly at: number }

/**
 * Parses a SurveyJS expression as survey-core 2.5 does, its quirks included: operators need no space
 * around them, and `<>`, `=>` and `=<` are rewritten even inside of texts. Each place is read once
 * per level, and what nests deeper than 100 is refused.
 */
export const parseExpression = (text: string): Parsed => {
  const reader = readerOf(
    text
      .replaceAll('=>', '>=')
      .replaceAll('=<', '<=')
      .replaceAll('<>', '!=')
      .replaceAll('equals', 'equal '),
  )
  const expression = reader.expression()
  return expression && reader.isDone()
    ? { kind: 'parsed', expression }
    : { kind: 'refused', at: Math.min(reader.furthest(), text.length) }
}

const DEEPEST = 100

type Signs = readonly (readonly [sign: string, op: Binary])[]

/** From the loosest to the tightest; within a level the first sign that fits wins. */
const levels: readonly Signs[] = [
  [
    ['||', 'or'],
    ['or', 'or'],
  ],
  [
    ['&&', 'and'],
    ['and', 'and'],
  ],
  [
    ['<=', 'lessorequal'],
    ['lessorequal', 'lessorequal'],
    ['>=', 'greaterorequal'],
    ['greaterorequal', 'greaterorequal'],
    ['==', 'equal'],
    ['equal', 'equal'],
    ['=', 'equal'],
    ['!=', 'notequal'],
    ['notequal', 'notequal'],
    ['<', 'less'],
    ['less', 'less'],
    ['>', 'greater'],
    ['greater', 'greater'],
  ],
  [
    ['+', 'plus'],
    ['-', 'minus'],
  ],
  [
    ['*', 'mul'],
    ['/', 'div'],
    ['%', 'mod'],
  ],
  [
    ['^', 'power'],
    ['power', 'power'],
  ],
  [
    ['*=', 'contains'],
    ['contains', 'contains'],
    ['contain', 'contains'],
    ['notcontains', 'notcontains'],
    ['notcontain', 'notcontains'],
    ['anyof', 'anyof'],
    ['allof', 'allof'],
    ['noneof', 'noneof'],
  ],
]
const TIGHTEST = levels.length - 1

const nothing: Expression = { kind: 'constant', value: undefined }

const readerOf = (text: string) => {
  let at = 0
  let furthest = 0
  let depth = 0

  const space = () => take(/[ \t\n\r]*/y)
  /** What the pattern matches here, and moves on. */
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found === undefined) return undefined
    at += found.length
    furthest = Math.max(furthest, at)
    return found
  }
  const sign = (written: string): boolean => {
    const isThere = text.slice(at, at + written.length).toLowerCase() === written
    if (isThere) at += written.length
    furthest = Math.max(furthest, at)
    return isThere
  }
  /** Takes what `read` reads, or stays where it was. */
  const attempt = <T>(read: () => T | undefined): T | undefined => {
    const start = at
    const found = read()
    if (found === undefined) at = start
    return found
  }

  const level = (rank: number): Expression | undefined => {
    const operand = () => (rank === TIGHTEST ? factor() : level(rank + 1))
    let left = operand()
    while (left) {
      const before: Expression = left
      const longer = attempt(() => {
        space()
        const found = levels[rank]?.find(([written]) => sign(written))
        if (!found) return undefined
        const afterSign = at
        space()
        let right = operand()
        // The tightest operators may stand without a right side.
        if (!right && rank === TIGHTEST) {
          at = afterSign
          right = nothing
        }
        return right && ({ kind: 'binary', op: found[1], left: before, right } as const)
      })
      if (!longer) break
      left = longer
    }
    return left
  }

  const expression = (): Expression | undefined => {
    if (depth >= DEEPEST) return undefined
    depth++
    space()
    const found = level(0)
    space()
    depth--
    return found
  }

  const sequence = (): readonly Expression[] => {
    const first = attempt(expression)
    const items = first ? [first] : []
    for (;;) {
      const next = attempt(() => {
        space()
        return sign(',') ? expression() : undefined
      })
      // Without a first one the others are read in vain.
      if (!next) return first ? items : []
      items.push(next)
    }
  }

  const factor = (): Expression | undefined =>
    attempt(group) ?? attempt(call) ?? attempt(negation) ?? attempt(emptiness) ?? attempt(list)

  const group = () => {
    if (!sign('(')) return undefined
    const inner = expression()
    if (inner) sign(')')
    return inner
  }
  const call = (): Expression | undefined => {
    const name = take(/[a-zA-Z_]\w*/y)
    if (name === undefined || !sign('(')) return undefined
    const args = sequence()
    sign(')')
    return { kind: 'call', name, args }
  }
  const negation = (): Expression | undefined => {
    if (depth >= DEEPEST || !(sign('!') || sign('negate'))) return undefined
    depth++
    space()
    const of = factor()
    depth--
    return of && { kind: 'unary', op: 'negate', of }
  }
  const emptiness = (): Expression | undefined => {
    const of = atom()
    if (!of) return undefined
    const op = attempt((): Unary | undefined => {
      space()
      return sign('empty') ? 'empty' : sign('notempty') ? 'notempty' : undefined
    })
    return op ? { kind: 'unary', op, of } : of
  }
  const list = (): Expression | undefined => {
    if (!sign('[')) return undefined
    const items = sequence()
    return sign(']') ? { kind: 'list', items } : undefined
  }
  const atom = (): Expression | undefined => {
    space()
    if (take(/undefined|null/y)) return nothing
    if (sign('true')) return { kind: 'constant', value: true }
    if (sign('false')) return { kind: 'constant', value: false }
    const number = take(/0x\d+|-?(?:\d+\.\d+|[1-9]\d*|0)/y)
    if (number !== undefined) return { kind: 'constant', value: Number(number) }
    const word = take(/[a-zA-Z_]\w*/y)
    if (word !== undefined) return { kind: 'constant', value: valueWritten(word) }
    const quoted = take(/'(?:\\'|\\"|[^"'])*'|"(?:\\'|\\"|[^"'])*"/y)
    if (quoted !== undefined)
      return { kind: 'constant', value: quoted.slice(1, -1).replaceAll(/\\(['"])/g, '$1') }
    const name = take(/\{[^{}]+\}/y)?.slice(1, -1)
    if (name === undefined) return undefined
    const asIs = name.length > 1 && name.startsWith('#')
    return { kind: 'variable', name: asIs ? name.slice(1) : name, asIs }
  }

  return { expression, isDone: () => at === text.length, furthest: () => furthest }
}
