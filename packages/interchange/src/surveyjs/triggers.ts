import { pointerTo } from '../report.ts'
import { bagOf, listOf, textOf, type Bag } from '../typeform/json.ts'
import type { Setting } from './calculations.ts'
import { namesIn, type Expression } from './expression/expression.ts'
import { readExpression } from './gates.ts'
import type { Ledger } from './ledger.ts'
import { valueOf } from './making.ts'

/** What the triggers of a definition do, as far as it can be said here. */
export interface Triggers {
  readonly completes: readonly { readonly path: string; readonly expression: Expression }[]
  readonly skips: readonly Skip[]
  readonly settings: readonly (Setting & { readonly to: string })[]
}

export interface Skip {
  readonly path: string
  readonly expression: Expression
  /** Names of what it reads, in lower case. */
  readonly reads: readonly string[]
  readonly to: string
}

/** Reads the triggers and drops, by name, those that have no counterpart. */
export const readTriggers = (
  raw: Bag,
  { report, isAsked }: { report: Ledger; isAsked: (name: string) => boolean },
): Triggers => {
  const completes: Triggers['completes'][number][] = []
  const skips: Skip[] = []
  const settings: Triggers['settings'][number][] = []
  listOf(raw['triggers']).forEach((one, at) => {
    const path = pointerTo('/triggers', at)
    const trigger = bagOf(one)
    const type = (textOf(trigger['type']) ?? '').replace(/trigger$/, '')
    const without = Object.hasOwn(withoutWords, type) ? withoutWords[type] : undefined
    if (without) return report.drop(path, without)
    const text = textOf(trigger['expression']) || legacyExpression(trigger)
    const expression = text && readExpression(text, { path, inside: {}, report })
    if (!text) return report.drop(path, 'It has no expression, so it never does anything.')
    if (!expression) return
    if (type === 'complete') return void completes.push({ path, expression })
    if (type === 'skip')
      return void skips.push({
        path,
        expression,
        reads: namesIn(expression),
        to: textOf(trigger['gotoName']) ?? '',
      })
    const to = textOf(trigger['setToName']) ?? ''
    const value = valueOf(trigger['setValue'])
    if (type !== 'setvalue')
      report.dropUnknown(path, `Nothing here knows a trigger of type "${type}".`)
    else if (isAsked(to)) report.drop(path, ANSWERS)
    else if (!to || value === undefined || typeof value === 'object')
      report.drop(path, 'Only a text, a number or a yes can be set here.')
    else settings.push({ path, expression, value: `${value}`, to })
  })
  return { completes, skips, settings }
}

const ANSWERS = 'It answers a question in place of the visitor, which nothing here does.'

const withoutWords: { readonly [type: string]: string } = {
  copyvalue: ANSWERS,
  runexpression: ANSWERS,
  visible: 'It shows and hides by an old kind of trigger; say it with visibleIf.',
}

/** Before there were expressions a trigger had a name, an operator and a value. */
const legacyExpression = ({ name, operator, value }: Bag): string => {
  const [of, op] = [textOf(name), textOf(operator) ?? 'equal']
  if (!of) return ''
  return op === 'empty' || op === 'notempty'
    ? `{${of}} ${op}`
    : `{${of}} ${op} ${typeof value === 'string' ? `'${value}'` : String(value)}`
}
