import type { ImportRefusal } from '../imported.ts'
import { pointerTo } from '../report.ts'
import {
  everyField,
  type Action,
  type Definition,
  type Field,
  type Operand,
  type SourceCondition,
} from './definition.ts'
import { isBag, listOf, type Bag } from './json.ts'

/** Deeper than any definition nests; also what a structure that holds itself runs into. */
const deepest = 64

/** Why a document is no Typeform definition at all, or is one that nobody could answer. */
export const whyNoDefinition = (source: unknown): readonly ImportRefusal[] => {
  if (!isBag(source))
    return [
      refusal('not-a-definition', '', 'This is no Typeform definition: it must be an object.'),
    ]
  const product = products.find(({ keys }) => keys.every((key) => key in source))
  if (!Array.isArray(source['fields']))
    return [
      product
        ? refusal('other-product', '', `This is no Typeform definition but ${product.words}.`)
        : refusal(
            'not-a-definition',
            '',
            'This is no Typeform definition: it has no list "fields".',
          ),
    ]
  const deep = tooDeep(source, 0)
  if (deep !== undefined)
    return [
      refusal(
        'cyclic-group',
        deep.split('/').slice(0, 5).join('/'),
        'This holds itself, or nests deeper than a form can.',
      ),
    ]
  return [...misshapen(source), ...unusable(source['fields'])]
}

/** What a definition says that cannot be: refs used twice, groups within themselves, rules that lead nowhere. */
export const contradictionsIn = (definition: Definition): readonly ImportRefusal[] => [
  ...cyclicGroups(definition.fields, new Set()),
  ...repeated(
    everyField(definition.fields).filter(({ type }) => type !== 'thankyou_screen'),
    'field',
  ),
  ...everyField(definition.fields).flatMap(({ choices }) => repeated(choices, 'choice')),
  ...repeated(definition.screens, 'ending'),
  ...danglingIn(definition),
]

const refusal = (code: string, path: string, message: string): ImportRefusal => ({
  code,
  path,
  message,
})

const products: readonly { readonly keys: readonly string[]; readonly words: string }[] = [
  { keys: ['pages'], words: 'a SurveyJS definition; use `import surveyjs`' },
  { keys: ['elements'], words: 'a SurveyJS definition; use `import surveyjs`' },
  { keys: ['questions', 'endings'], words: 'a form of this product, which needs no conversion' },
  { keys: ['groups', 'edges'], words: 'a flow of Typebot' },
  { keys: ['components'], words: 'a definition of Form.io' },
  { keys: ['blocks'], words: 'a definition of another form builder' },
]

/** Where the first place is that lies too deep; undefined when none does. */
const tooDeep = (value: unknown, depth: number): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  if (depth > deepest) return ''
  for (const [key, one] of Object.entries(value)) {
    const found = tooDeep(one, depth + 1)
    if (found !== undefined) return pointerTo('', key) + found
  }
  return undefined
}

const lists = ['welcome_screens', 'thankyou_screens', 'logic', 'hidden']

const misshapen = (source: Bag): readonly ImportRefusal[] => [
  ...lists
    .filter((key) => source[key] !== undefined && !Array.isArray(source[key]))
    .map((key) => refusal('malformed', `/${key}`, `The key "${key}" must hold a list.`)),
  ...['fields', 'welcome_screens', 'thankyou_screens', 'logic'].flatMap((key) =>
    listOf(source[key]).flatMap((entry, at) =>
      isBag(entry)
        ? []
        : [refusal('malformed', pointerTo('', key, at), `Every entry of "${key}" is an object.`)],
    ),
  ),
]

const unusable = (fields: readonly unknown[]): readonly ImportRefusal[] => {
  if (fields.length === 0)
    return [refusal('nothing-asked', '/fields', 'There is no field: a form asks something.')]
  if (fields.every((field) => isBag(field) && field['type'] === undefined))
    return [
      refusal(
        'translation-only',
        '/fields',
        'No field has a "type": this is a translation of a form. Import the form itself.',
      ),
    ]
  return []
}

const cyclicGroups = (
  fields: readonly Field[],
  within: ReadonlySet<string>,
): readonly ImportRefusal[] =>
  fields.flatMap(({ path, ref, fields: inner }) =>
    within.has(ref)
      ? [refusal('cyclic-group', path, `The group "${ref}" lies within itself.`)]
      : cyclicGroups(inner, new Set(within).add(ref)),
  )

const repeated = (
  entries: readonly { readonly path: string; readonly ref: string }[],
  what: string,
): readonly ImportRefusal[] => {
  const first = new Map<string, string>()
  return entries.flatMap(({ path, ref }) => {
    const before = first.get(ref)
    first.set(ref, before ?? path)
    return before === undefined
      ? []
      : [
          refusal(
            'repeated-ref',
            path,
            `The ref "${ref}" of this ${what} is used at ${before} already; rules could mean either.`,
          ),
        ]
  })
}

const danglingIn = (definition: Definition): readonly ImportRefusal[] => {
  const { fields, screens, outcome, blocks } = definition
  const byRef = new Map(everyField(fields).map((field) => [field.ref, field]))
  const endings = new Set(['default_tys', ...screens.map(({ ref }) => ref)])
  for (const { type, ref } of byRef.values()) if (type === 'thankyou_screen') endings.add(ref)
  const missing = (path: string, words: string) =>
    refusal('missing-target', path, `${words}, which is not in this definition.`)

  const ofTarget = ({ path, action, to }: Action): readonly ImportRefusal[] => {
    const aim = to.name
    if (action !== 'jump') return []
    if (to.type === 'field' && !byRef.has(aim)) return [missing(path, `It leads to field "${aim}"`)]
    if (to.type === 'thankyou' && !endings.has(aim))
      return [missing(path, `It leads to ending "${aim}"`)]
    const isOutcome = aim === outcome.variable || outcome.choices.some(({ ref }) => ref === aim)
    return to.type === 'outcome' && !(isOutcome && outcome.choices.length > 0)
      ? [missing(path, `It leads to outcome "${aim}"`)]
      : []
  }
  const ofCondition = ({
    path,
    conditions,
    operands,
  }: SourceCondition): readonly ImportRefusal[] => {
    const read = operands.filter(({ type }) => type === 'field')
    const absent = read.filter(({ name }) => !byRef.has(name))
    const choices = read.flatMap(({ name }) => byRef.get(name)?.choices ?? [])
    const isThere = ({ name }: Operand) =>
      choices.some(({ ref, id }) => ref === name || id === name)
    return [
      ...absent.map(({ name }) => missing(path, `It reads field "${name}"`)),
      ...operands
        .filter((operand) => operand.type === 'choice' && choices.length > 0 && !isThere(operand))
        .map(({ name }) => missing(path, `It compares with choice "${name}"`)),
      ...conditions.flatMap(ofCondition),
    ]
  }
  return [
    ...outcome.choices
      .filter(({ screen }) => !endings.has(screen))
      .map(({ path, screen }) => missing(path, `It shows ending "${screen}"`)),
    ...blocks.flatMap(({ path, type, ref, actions }) => [
      ...(type === 'field' && !byRef.has(ref)
        ? [missing(path, `These rules are of field "${ref}"`)]
        : []),
      ...actions.flatMap((action) => [...ofTarget(action), ...ofCondition(action.condition)]),
    ]),
  ]
}
