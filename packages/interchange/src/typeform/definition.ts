import { pointerTo } from '../report.ts'
import { bagOf, isBag, listOf, textOf, type Bag } from './json.ts'

/** A Typeform definition as far as it is read; every part knows its JSON pointer in the source. */
export interface Definition {
  readonly raw: Bag
  readonly title: string
  readonly language: string | undefined
  readonly welcomes: readonly Screen[]
  readonly fields: readonly Field[]
  readonly screens: readonly Screen[]
  readonly hidden: readonly string[]
  readonly variables: ReadonlyMap<string, number | string>
  readonly outcome: Outcome
  readonly blocks: readonly Block[]
}

export interface Field {
  readonly path: string
  /** What rules and recall call it: `ref`, else `id`, else its place. */
  readonly ref: string
  readonly type: string
  readonly title: string
  readonly properties: Bag
  readonly validations: Bag
  readonly choices: readonly SourceChoice[]
  readonly fields: readonly Field[]
  readonly subfield: string | undefined
}

export interface SourceChoice {
  readonly path: string
  readonly ref: string
  readonly id: string | undefined
  readonly label: string
  readonly attachment: Bag
}

export interface Screen {
  readonly path: string
  readonly ref: string
  readonly type: string
  readonly title: string
  readonly properties: Bag
}

/** The results of a quiz: `variable` holds the `ref` of the one that won. */
export interface Outcome {
  readonly variable: string
  readonly choices: readonly {
    readonly path: string
    readonly ref: string
    readonly id: string | undefined
    readonly counter: string | undefined
    readonly screen: string
  }[]
}

/** The rules of one field, or of one hidden field before the first. */
export interface Block {
  readonly path: string
  readonly type: string
  readonly ref: string
  readonly actions: readonly Action[]
}

export interface Action {
  readonly path: string
  readonly action: string
  readonly condition: SourceCondition
  /** Where a jump leads. */
  readonly to: Operand
  /** The variable that a calculation changes, and by what. */
  readonly target: Operand
  readonly value: Operand
}

export interface SourceCondition {
  readonly path: string
  readonly op: string
  readonly conditions: readonly SourceCondition[]
  readonly operands: readonly Operand[]
}

export interface Operand {
  readonly type: string
  readonly value: unknown
  /** The value as a text, such as the ref that it is. */
  readonly name: string
}

/** Reads whatever it is given: what is missing or of another shape reads as absent. */
export const readDefinition = (raw: Bag): Definition => ({
  raw,
  title: textOf(raw['title'])?.trim() ?? '',
  language: textOf(bagOf(raw['settings'])['language']),
  welcomes: screensOf(raw, 'welcome_screens'),
  fields: fieldsOf(raw['fields'], '/fields'),
  screens: screensOf(raw, 'thankyou_screens'),
  hidden: listOf(raw['hidden']).flatMap((name) => textOf(name) ?? []),
  variables: new Map(
    Object.entries(bagOf(raw['variables'])).flatMap(([name, start]) =>
      typeof start === 'number' || typeof start === 'string' ? [[name, start]] : [],
    ),
  ),
  outcome: outcomeOf(bagOf(raw['outcome'])),
  blocks: entriesOf(raw['logic'], '/logic', (block, path) => ({
    path,
    type: textOf(block['type']) ?? 'field',
    ref: textOf(block['ref']) ?? '',
    actions: entriesOf(block['actions'], pointerTo(path, 'actions'), readAction),
  })),
})

/** Every field at any depth, each before those it holds. */
export const everyField = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...everyField(field.fields)])

const entriesOf = <T>(
  list: unknown,
  path: string,
  read: (entry: Bag, path: string) => T,
): readonly T[] => listOf(list).map((entry, at) => read(bagOf(entry), pointerTo(path, at)))

const nameOf = (entry: Bag, path: string) => textOf(entry['ref']) ?? textOf(entry['id']) ?? path

const fieldsOf = (list: unknown, path: string): readonly Field[] => entriesOf(list, path, readField)

const readField = (field: Bag, path: string): Field => {
  const properties = bagOf(field['properties'])
  const below = pointerTo(path, 'properties')
  return {
    path,
    ref: nameOf(field, path),
    type: textOf(field['type']) ?? '',
    title: textOf(field['title']) ?? '',
    properties,
    validations: bagOf(field['validations']),
    choices: entriesOf(properties['choices'], pointerTo(below, 'choices'), readChoice),
    fields: fieldsOf(properties['fields'], pointerTo(below, 'fields')),
    subfield: textOf(field['subfield_key']),
  }
}

const readChoice = (choice: Bag, path: string): SourceChoice => ({
  path,
  ref: nameOf(choice, path),
  id: textOf(choice['id']),
  label: textOf(choice['label']) ?? '',
  attachment: bagOf(choice['attachment']),
})

const screensOf = (raw: Bag, key: string): readonly Screen[] =>
  entriesOf(raw[key], `/${key}`, (screen, path) => ({
    path,
    ref: nameOf(screen, path),
    type: textOf(screen['type']) ?? '',
    title: textOf(screen['title']) ?? '',
    properties: bagOf(screen['properties']),
  }))

const outcomeOf = (outcome: Bag): Outcome => ({
  variable: textOf(outcome['variable']) ?? 'winning_outcome_id',
  choices: entriesOf(outcome['choices'], '/outcome/choices', (choice, path) => ({
    path,
    ref: nameOf(choice, path),
    id: textOf(choice['id']),
    counter: textOf(choice['counter_variable']),
    screen: textOf(choice['thankyou_screen_ref']) ?? '',
  })),
})

const readAction = (action: Bag, path: string): Action => {
  const details = bagOf(action['details'])
  return {
    path,
    action: textOf(action['action']) ?? '',
    condition: isBag(action['condition'])
      ? readCondition(action['condition'], pointerTo(path, 'condition'))
      : withoutTests(action['condition'], path),
    to: readOperand(details['to']),
    target: readOperand(details['target']),
    value: readOperand(details['value']),
  }
}

/** An action without a condition always runs; it is reported with the action, as is one of another shape. */
const withoutTests = (source: unknown, path: string): SourceCondition => ({
  path,
  op: source === undefined || source === null ? 'always' : '',
  conditions: [],
  operands: [],
})

const readCondition = (source: Bag, path: string): SourceCondition => {
  const vars = listOf(source['vars'])
  return {
    path,
    op: textOf(source['op']) ?? '',
    conditions: vars.flatMap((one, at) =>
      isCondition(one) ? [readCondition(bagOf(one), pointerTo(path, 'vars', at))] : [],
    ),
    operands: vars.filter((one) => !isCondition(one)).map(readOperand),
  }
}

/** Among the `vars` of a condition, what is itself a condition. */
export const isCondition = (value: unknown): boolean => isBag(value) && 'op' in value

const readOperand = (operand: unknown): Operand => {
  const { type, value } = bagOf(operand)
  return { type: textOf(type) ?? '', value, name: textOf(value) ?? '' }
}
