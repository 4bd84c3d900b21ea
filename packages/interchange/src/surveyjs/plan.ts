import { idsFor } from '../typeform/names.ts'
import { valueOf } from './making.ts'
import { isEmpty } from './expression/evaluate.ts'
import type { Value } from './expression/expression.ts'
import type { Asked, Survey } from './survey.ts'
import { plainOf } from './words.ts'

/** What becomes of what is asked: a question, a value that never changes, a hidden field, a number to show. */
export type Role = 'question' | 'read-only' | 'constant' | 'hidden' | 'computed'

export interface Planned {
  readonly asked: Asked
  readonly id: string
  readonly role: Role
  readonly preset: Value
}

/** Gives everything asked its id and its role, in the order of the source. */
export const planOf = ({ asked }: Survey): readonly Planned[] => {
  const ids = idsFor(
    asked.map(({ name, raw, type }) => ({
      ref: name,
      words: plainOf(raw['title']) || name || plainOf(raw['html']) || type,
    })),
    'question',
  )
  return asked.map((one, at) => {
    const preset = valueOf(one.raw['defaultValue'])
    return { asked: one, id: ids[at] ?? `question-${at}`, preset, role: roleOf(one, preset) }
  })
}

const roleOf = ({ raw, type, gates, path, within }: Asked, preset: Value): Role => {
  if (type === 'expression') return 'computed'
  const isOwnGate = gates.some((gate) => gate.path === `${path}/visibleIf`)
  const isHidden =
    (raw['visible'] === false && !isOwnGate) || within.some((one) => one.raw['visible'] === false)
  if (isHidden) return isEmpty(preset) && type !== 'html' ? 'hidden' : 'constant'
  const isReadOnly = raw['readOnly'] === true || within.some((one) => one.raw['readOnly'] === true)
  return isReadOnly && type !== 'html' ? 'read-only' : 'question'
}
