/**
 * A visitor's way through a Typeform definition, by the rules of the source alone: it reads the raw
 * JSON and shares nothing with the importer. After a field come the calculations whose condition
 * holds, then the first jump whose condition holds, else the next field.
 */
export interface Source {
  readonly fields: readonly SourceField[]
  readonly welcome_screens?: readonly { readonly ref: string }[]
  readonly thankyou_screens?: readonly { readonly ref: string }[]
  readonly hidden?: readonly string[]
  readonly variables?: { readonly [name: string]: number | string }
  readonly outcome?: {
    readonly variable: string
    readonly choices: readonly { readonly ref: string; readonly thankyou_screen_ref: string }[]
  }
  readonly logic?: readonly {
    readonly type: string
    readonly ref: string
    readonly actions: readonly SourceAction[]
  }[]
}

export interface SourceField {
  readonly ref: string
  readonly type: string
  readonly subfield_key?: string
  readonly properties?: {
    readonly fields?: readonly SourceField[]
    readonly choices?: readonly { readonly ref: string; readonly label: string }[]
    readonly allow_multiple_selection?: boolean
    readonly [key: string]: unknown
  }
  readonly validations?: { readonly [key: string]: unknown }
}

export interface SourceAction {
  readonly action: string
  readonly details: {
    readonly to?: { readonly type: string; readonly value: string }
    readonly target?: { readonly type: string; readonly value: string }
    readonly value?: { readonly type: string; readonly value: number | string }
  }
  readonly condition: SourceCondition
}

export interface SourceCondition {
  readonly op: string
  readonly vars: readonly (SourceCondition | { readonly type: string; readonly value: unknown })[]
}

/** An answer as the source has it: choices by ref; null was left out. */
export type SourceAnswer = string | number | boolean | readonly string[] | null

/** By ref; of a block, an answer for each of its parts. */
export type Answers = ReadonlyMap<string, SourceAnswer>

export interface ReferenceWalk {
  readonly path: readonly string[]
  /** Undefined where the walk was stopped or no ending is listed. */
  readonly ending: string | undefined
  readonly isStopped: boolean
  readonly variables: ReadonlyMap<string, number | string>
}

/** Follows the definition; `answer` fills in what a visited field is answered; stops after `most` fields. */
export const referenceWalk = (
  source: Source,
  {
    hidden,
    answer,
    most,
  }: {
    hidden: { readonly [name: string]: string }
    answer: (field: SourceField) => Answers
    most: number
  },
): ReferenceWalk => {
  const path: string[] = []
  const answers = new Map<string, SourceAnswer>()
  const variables = new Map(Object.entries(source.variables ?? {}))
  const places = placesOf(source.fields)
  const endings = (source.thankyou_screens ?? []).map(({ ref }) => ref)
  const last = endings.includes('default_tys') ? 'default_tys' : endings[0]
  const read = { hidden, answers, variables }
  const done = (ending: string | undefined, isStopped = false): ReferenceWalk => ({
    path,
    ending,
    isStopped,
    variables,
  })
  const obey = (refs: readonly string[], type: 'field' | 'hidden'): Step => {
    const actions = refs
      .flatMap((ref) => (source.logic ?? []).filter((one) => one.type === type && one.ref === ref))
      .flatMap((block) => block.actions)
    for (const action of actions)
      if (action.action !== 'jump' && holds(action.condition, read)) calculate(action, read)
    for (const { action, details, condition } of actions) {
      if (action !== 'jump' || !details.to || !holds(condition, read)) continue
      if (details.to.type === 'field') return { to: details.to.value }
      if (details.to.type === 'thankyou') return { ending: details.to.value }
      const winner = source.outcome?.choices.find(
        ({ ref }) => ref === variables.get(source.outcome?.variable ?? ''),
      )
      if (winner) return { ending: winner.thankyou_screen_ref }
    }
    return undefined
  }

  const welcome = source.welcome_screens?.[0]
  if (welcome) path.push(welcome.ref)
  let step: Step = obey(source.hidden ?? [], 'hidden') ?? { to: places[0]?.field.ref ?? '' }
  for (;;) {
    if (!step) return done(last)
    if ('ending' in step) return done(step.ending)
    const { to } = step
    // A field within a block is the block; a group is the first field that it holds.
    const at = places.findIndex(({ refs }) => refs.includes(to))
    const place = places[at]
    if (!place) return done(last)
    if (place.field.type === 'thankyou_screen') return done(place.field.ref)
    if (path.length >= most) return done(undefined, true)
    path.push(place.field.ref)
    for (const [ref, value] of answer(place.field)) answers.set(ref, value)
    const next = places[at + 1]
    step = obey([...partsOf(place.field), place.field.ref], 'field')
    for (const group of step ? [] : place.closes) step ??= obey([group], 'field')
    step ??= next && { to: next.field.ref }
  }
}

type Step = { readonly to: string } | { readonly ending: string } | undefined

interface PlaceInSource {
  readonly field: SourceField
  /** What a jump may call this place: its own ref, its parts', and those of groups that begin with it. */
  readonly refs: string[]
  /** Groups that end with this place, innermost first. */
  readonly closes: string[]
}

const blocks = ['contact_info', 'address', 'matrix']

/** Where a walk can stop, in order. */
export const placesOf = (fields: readonly SourceField[]): readonly PlaceInSource[] =>
  fields.flatMap((field) => {
    const inner = field.properties?.fields ?? []
    if (inner.length === 0 || blocks.includes(field.type))
      return [{ field, refs: [field.ref, ...partsOf(field)], closes: [] }]
    const places = placesOf(inner)
    places[0]?.refs.push(field.ref)
    places.at(-1)?.closes.push(field.ref)
    return places
  })

const partsOf = (field: SourceField) =>
  blocks.includes(field.type) ? (field.properties?.fields ?? []).map(({ ref }) => ref) : []

interface Read {
  readonly hidden: { readonly [name: string]: string }
  readonly answers: Answers
  readonly variables: Map<string, number | string>
}

const calculate = ({ action, details }: SourceAction, { variables, answers }: Read): void => {
  const name = details.target?.value ?? ''
  const { type, value } = details.value ?? { type: 'constant', value: 0 }
  const by = type === 'field' ? answers.get(`${value}`) : value
  if (by === null || by === undefined || typeof by === 'object' || typeof by === 'boolean') return
  const now = variables.get(name) ?? 0
  if (action === 'set') variables.set(name, by)
  if (typeof now !== 'number' || typeof by !== 'number') return
  const result = { add: now + by, subtract: now - by, multiply: now * by, divide: now / by }[action]
  if (result !== undefined && Number.isFinite(result)) variables.set(name, result + 0)
}

/** A comparison with what is not answered does not hold, but for `answered` and for "equal to nothing". */
const holds = ({ op, vars }: SourceCondition, read: Read): boolean => {
  const inner = vars.flatMap((one) => ('op' in one ? [one] : []))
  if (op === 'always') return true
  if (op === 'and') return inner.length > 0 && inner.every((one) => holds(one, read))
  if (op === 'or') return inner.some((one) => holds(one, read))
  const operands = vars.flatMap((one) => ('op' in one ? [] : [one]))
  const subject = operands.find(({ type }) => ['field', 'hidden', 'variable'].includes(type))
  const literal = operands.find((one) => one !== subject)?.value
  const name = String(subject?.value)
  const held =
    subject?.type === 'field'
      ? read.answers.get(name)
      : subject?.type === 'hidden'
        ? read.hidden[name]
        : read.variables.get(name)
  const value = held === '' ? undefined : held
  const isBlank = value === undefined || value === null
  if (op === 'answered') return isBlank === (literal === false)
  if (literal === '')
    return ['is', 'equal'].includes(op) ? isBlank && read.answers.has(name) : !isBlank
  return isBlank ? false : compare(op, { value, literal })
}

type Present = Exclude<SourceAnswer, null>

const compare = (op: string, { value, literal }: { value: Present; literal: unknown }): boolean => {
  const isSame =
    typeof value === 'object'
      ? value.some((one) => one === literal)
      : fold(value) === fold(literal) &&
        (typeof literal === 'boolean') === (typeof value === 'boolean')
  const [text, part] = [fold(value), fold(literal)]
  const [number, bound] = [Number(value), Number(literal)]
  const [date, day] = [text.slice(0, 10), part.slice(0, 10)]
  switch (op) {
    case 'is':
    case 'equal':
      return isSame
    case 'is_not':
    case 'not_equal':
      return !isSame
    case 'contains':
      return typeof value === 'object' ? isSame : text.includes(part)
    case 'not_contains':
      return typeof value === 'object' ? !isSame : !text.includes(part)
    case 'begins_with':
      return text.startsWith(part)
    case 'ends_with':
      return text.endsWith(part)
    case 'lower_than':
      return number < bound
    case 'lower_equal_than':
      return number <= bound
    case 'greater_than':
      return number > bound
    case 'greater_equal_than':
      return number >= bound
    case 'on':
      return date === day
    case 'not_on':
      return date !== day
    case 'earlier_than':
      return date < day
    case 'earlier_than_or_on':
      return date <= day
    case 'later_than':
      return date > day
    case 'later_than_or_on':
      return date >= day
    default:
      throw new Error(`the reference does not know "${op}"`)
  }
}

/** Texts compare without regard to case and to space around them. */
const fold = (value: unknown) => String(value).trim().toLowerCase()
