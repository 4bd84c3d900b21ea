import type { Form } from '@bantam/schema'
import { isObject, partOf, shape } from './check.ts'
import { calculationChecks, endingChecks } from './form-checks.ts'
import { isQuestion } from './question-checks.ts'

interface Renaming {
  readonly kind: 'hidden' | 'calculation'
  readonly from: string
  readonly to: string
}

/**
 * The form with a hidden field or a calculation under another name, also wherever a condition reads it or a text shows
 * it. The very same form when a text has no room for the longer name.
 */
export const withRenamed = (form: Form, renaming: Renaming): Form => {
  const { kind, from, to } = renaming
  const { hidden, calculations } = form
  const next = following(
    {
      ...form,
      ...(kind === 'hidden' && hidden && { hidden: hidden.map((n) => (n === from ? to : n)) }),
      ...(kind === 'calculation' &&
        calculations && {
          calculations: calculations.map((one) => (one.id === from ? { ...one, id: to } : one)),
        }),
    },
    renaming,
  )
  return isWhole(next) ? next : form
}

const isWhole = ({ title, questions, endings, calculations = [] }: Form): boolean =>
  title.length <= 300 &&
  questions.every(isQuestion) &&
  endings.every(shape(endingChecks)) &&
  calculations.every(shape(calculationChecks))

/** What speaks of the old name speaks of the new one; parts that do not are the very same. */
const following = <T>(node: T, renaming: Renaming): T => {
  if (typeof node === 'string') return recalling(node, renaming) as T & string
  if (Array.isArray(node)) {
    const parts = node.map((part: unknown) => following(part, renaming))
    return parts.every((part, at) => part === node[at]) ? node : (parts as T & unknown[])
  }
  if (!isObject(node)) return node
  const { kind, from, to } = renaming
  const parts = Object.keys(node).map((name): [string, unknown] => {
    const part = partOf(node, name)
    const isRef = name === 'ref' && part === `${kind}:${from}`
    return [name, isRef ? `${kind}:${to}` : following(part, renaming)]
  })
  return parts.every(([name, part]) => part === partOf(node, name))
    ? node
    : (Object.fromEntries(parts) as T & object)
}

/** `{{hidden:plan|free}}` as the renamed field is recalled; both separators are heard. */
const recalling = (text: string, { kind, from, to }: Renaming): string =>
  text.replaceAll(/\{\{[^{}]*\}\}/g, (written) => {
    const named = written.slice(2, -2).split('|')[0]?.trim()
    const start = [`${kind}:`, `${kind}.`].find((each) => named === `${each}${from}`)
    return start === undefined ? written : written.replace(`${start}${from}`, () => `${start}${to}`)
  })
