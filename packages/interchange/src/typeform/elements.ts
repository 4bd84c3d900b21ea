import { pointerTo, type Element } from '../report.ts'
import { isCondition } from './definition.ts'
import { bagOf, isBag, listOf, textOf, type Bag } from './json.ts'

/**
 * The elements of a definition, in the order of the file. An element is: every key of the top; every
 * entry of `fields` (at any depth), `choices`, `welcome_screens`, `thankyou_screens`, `hidden`,
 * `outcome.choices`, `logic` and its `actions`; every condition, the nested ones too; every member
 * of `settings`, `variables`, `custom_messages`, `messages`, `outcome`, `properties` and
 * `validations`; and every further member of an entry. What only says which entry it is (`id`,
 * `ref`, `type`, `title`, `label` and the like) is the entry itself.
 */
export const elementsOf = (definition: Bag): readonly Element[] =>
  Object.entries(definition).flatMap(([key, value]) => {
    const path = pointerTo('', key)
    const enumerate = Object.hasOwn(within, key) ? within[key] : undefined
    return [{ what: 'key', name: key, path }, ...(enumerate?.(value, path) ?? [])]
  })

type Elements = readonly Element[]
type Enumerate = (value: unknown, path: string) => Elements

const membersAs =
  (what: string, except: readonly string[] = []): Enumerate =>
  (value, path) =>
    Object.keys(bagOf(value))
      .filter((key) => !except.includes(key))
      .map((key) => ({ what, name: key, path: pointerTo(path, key) }))

const entriesAs =
  (enumerate: (entry: Bag, path: string) => Elements): Enumerate =>
  (value, path) =>
    listOf(value).flatMap((entry, at) => enumerate(bagOf(entry), pointerTo(path, at)))

const choice = (entry: Bag, path: string): Elements => [
  { what: 'choice', name: textOf(entry['label']) || nameIn(entry), path },
  ...membersAs('property', ['id', 'ref', 'label'])(entry, path),
]

const field = (entry: Bag, path: string): Elements => [
  { what: 'field', name: nameIn(entry), path },
  ...propertiesIn(entry, path),
  ...membersAs('validation')(entry['validations'], pointerTo(path, 'validations')),
  ...membersAs('property', [...own, 'validations', 'subfield_key'])(entry, path),
]

const screen =
  (what: string) =>
  (entry: Bag, path: string): Elements => [
    { what, name: nameIn(entry), path },
    ...propertiesIn(entry, path),
    ...membersAs('property', own)(entry, path),
  ]

const own = ['id', 'ref', 'type', 'title', 'properties']

const propertiesIn = (entry: Bag, at: string): Elements => {
  const path = pointerTo(at, 'properties')
  return Object.entries(bagOf(entry['properties'])).flatMap(([key, value]) => {
    const below = pointerTo(path, key)
    if (Array.isArray(value) && key === 'fields') return entriesAs(field)(value, below)
    if (Array.isArray(value) && key === 'choices') return entriesAs(choice)(value, below)
    return [{ what: 'property', name: key, path: below }]
  })
}

const condition = (source: Bag, path: string): Elements => [
  { what: 'condition', name: textOf(source['op']) ?? '', path },
  ...listOf(source['vars']).flatMap((one, at) =>
    isCondition(one) ? condition(bagOf(one), pointerTo(path, 'vars', at)) : [],
  ),
]

const action = (entry: Bag, path: string): Elements => {
  const { to, target } = bagOf(entry['details'])
  const aim = bagOf(to ?? target)['value']
  const below = pointerTo(path, 'condition')
  return [
    {
      what: 'rule',
      name: [entry['action'], aim].flatMap((one) => textOf(one) ?? []).join(' '),
      path,
    },
    ...(isBag(entry['condition']) ? condition(entry['condition'], below) : []),
    ...membersAs('property', ['action', 'details', 'condition'])(entry, path),
  ]
}

const block = (entry: Bag, path: string): Elements => [
  { what: 'logic', name: nameIn(entry), path },
  ...entriesAs(action)(entry['actions'], pointerTo(path, 'actions')),
  ...membersAs('property', ['type', 'ref', 'actions'])(entry, path),
]

const outcomes: Enumerate = (value, path) => [
  ...membersAs('property', ['choices'])(value, path),
  ...entriesAs((entry, at) => [{ what: 'outcome', name: nameIn(entry), path: at }])(
    bagOf(value)['choices'],
    pointerTo(path, 'choices'),
  ),
]

const nameIn = ({ title, ref, id }: Bag) => textOf(title) || textOf(ref) || textOf(id) || ''

const within: { readonly [key: string]: Enumerate } = {
  fields: entriesAs(field),
  welcome_screens: entriesAs(screen('welcome screen')),
  thankyou_screens: entriesAs(screen('ending')),
  hidden: (value, path) =>
    listOf(value).map((name, at) => ({
      what: 'hidden field',
      name: textOf(name) ?? '',
      path: pointerTo(path, at),
    })),
  logic: entriesAs(block),
  outcome: outcomes,
  variables: membersAs('variable'),
  settings: membersAs('setting'),
  custom_messages: membersAs('message'),
  messages: membersAs('message'),
}
