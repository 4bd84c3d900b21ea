import fc from 'fast-check'
import {
  always,
  change,
  choice,
  constant,
  field,
  hidden,
  jump,
  rules,
  variable,
  when,
} from './definitions.ts'
import type { Source, SourceAction, SourceCondition, SourceField } from './reference-walk.ts'

/**
 * Definitions of several kinds in nested groups, with random rules: jumps anywhere, or jumps ahead
 * and variables that rules change and read on the way.
 */
export const randomDefinition = ({
  hasVariables,
}: {
  hasVariables: boolean
}): fc.Arbitrary<Source> =>
  fc
    .record({
      kinds: fc.array(fc.tuple(fc.constantFrom(...kinds), fc.boolean()), {
        minLength: 2,
        maxLength: 9,
      }),
      groups: fc.array(fc.nat({ max: 8 }), { maxLength: 3 }),
      hasWelcome: fc.boolean(),
      endings: fc.subarray(['default_tys', 'first', 'second'], { minLength: 1 }),
    })
    .chain(({ kinds: chosen, groups, hasWelcome, endings }) => {
      const leaves = chosen.map(([type, isRequired], at) => leafOf(type, { at, isRequired }))
      const parts: readonly string[] = leaves.flatMap(refsIn)
      return fc
        .array(blockOf({ leaves, parts, endings, hasVariables }), { maxLength: 8 })
        .map((logic) => ({
          title: 'Random',
          fields: nested(leaves, groups),
          hidden: ['h'],
          ...(hasWelcome && { welcome_screens: [{ ref: 'hello', title: 'Hello' }] }),
          thankyou_screens: endings.map((ref) => ({ ref, title: ref })),
          ...(hasVariables && { variables: { n: 0, word: 'start' } }),
          logic,
        }))
    })

const kinds = [
  'yes_no',
  'multiple_choice',
  'number',
  'short_text',
  'statement',
  'contact_info',
  'odd',
] as const
type Kind = (typeof kinds)[number]

const leafOf = (
  type: Kind,
  { at, isRequired }: { at: number; isRequired: boolean },
): SourceField => ({
  ref: `f${at}`,
  type,
  properties: {
    ...(type === 'multiple_choice' && {
      allow_multiple_selection: at % 2 === 1,
      choices: ['x', 'y', 'z'].map((label) => ({ ref: `f${at}_${label}`, label })),
    }),
    ...(type === 'contact_info' && {
      fields: [
        { ref: `f${at}_name`, type: 'short_text', subfield_key: 'first_name' },
        { ref: `f${at}_mail`, type: 'email', subfield_key: 'email' },
      ],
    }),
  },
  validations: { required: isRequired && type !== 'contact_info' },
})

const refsIn = ({ ref, properties }: SourceField): readonly string[] => [
  ref,
  ...(properties?.fields ?? []).map((one) => one.ref),
]

/** Puts a run of fields into a group, and that perhaps into another. */
const nested = (
  leaves: readonly SourceField[],
  groups: readonly number[],
): readonly SourceField[] =>
  groups.reduce<readonly SourceField[]>((fields, from, at) => {
    const inner = fields.slice(from, from + 3)
    const group = { ref: `g${at}`, type: 'group', properties: { fields: inner } }
    return inner.length > 0 ? [...fields.slice(0, from), group, ...fields.slice(from + 3)] : fields
  }, leaves)

interface Around {
  readonly leaves: readonly SourceField[]
  readonly parts: readonly string[]
  readonly endings: readonly string[]
  readonly hasVariables: boolean
}

const blockOf = (around: Around) =>
  fc.nat({ max: around.leaves.length - 1 }).chain((at) => {
    const leaf = around.leaves[at]
    const actions = fc.array(actionOf(around, at), { minLength: 1, maxLength: 4 })
    return fc
      .tuple(fc.constantFrom(...(leaf ? refsIn(leaf) : [])), actions)
      .map(([ref, of]) => rules(ref, ...of))
  })

const actionOf = (around: Around, at: number): fc.Arbitrary<SourceAction> => {
  const { parts, leaves, endings, hasVariables } = around
  const condition = conditionOf(around)
  const ahead = leaves.slice(at + 1).flatMap(refsIn)
  const targets = hasVariables ? ahead : parts
  const ends = fc
    .tuple(condition, fc.constantFrom(...endings))
    .map(([one, to]) => jump(one, to, 'thankyou'))
  const leads = fc
    .tuple(condition, fc.constantFrom(...(targets.length > 0 ? targets : parts)))
    .map(([one, to]) => jump(one, to))
  const number = fc.record({
    action: fc.constantFrom('add', 'subtract', 'multiply', 'divide', 'set'),
    by: fc.integer({ min: -2, max: 3 }),
  })
  const changes = fc.oneof(
    fc
      .tuple(condition, number)
      .map(([one, { action, by }]) =>
        change(action, 'n', { by: { type: 'constant', value: by }, when: one }),
      ),
    condition.map((one) =>
      change('set', 'word', { by: { type: 'constant', value: 'stop' }, when: one }),
    ),
  )
  return fc.oneof(
    { arbitrary: ends, weight: 1 },
    ...(targets.length > 0 ? [{ arbitrary: leads, weight: 4 }] : []),
    ...(hasVariables ? [{ arbitrary: changes, weight: 6 }] : []),
  )
}

const conditionOf = ({ leaves, hasVariables }: Around): fc.Arbitrary<SourceCondition> => {
  const test = fc.oneof(
    fc.constantFrom(...leaves).chain(testOf),
    fc.constantFrom('equal', 'not_equal').map((op) => when(op, hidden('h'), constant('1'))),
    ...(hasVariables
      ? [
          fc
            .tuple(fc.constantFrom(...comparisons), fc.integer({ min: -1, max: 4 }))
            .map(([op, bound]) => when(op, variable('n'), constant(bound))),
          fc.constant(when('is', variable('word'), constant('stop'))),
        ]
      : []),
  )
  const some = fc.array(test, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    { arbitrary: test, weight: 5 },
    { arbitrary: fc.constant(always), weight: 1 },
    { arbitrary: some.map((vars) => when('and', ...vars)), weight: 1 },
    {
      arbitrary: some.map((vars) => when('or', when('and', ...vars), ...vars.slice(0, 1))),
      weight: 1,
    },
  )
}

const comparisons = [
  'equal',
  'not_equal',
  'lower_than',
  'greater_equal_than',
  'greater_than',
] as const

const testOf = (leaf: SourceField): fc.Arbitrary<SourceCondition> => {
  const of = field(leaf.ref)
  const answered = fc.boolean().map((is) => when('answered', of, constant(is)))
  const tests: { readonly [type: string]: fc.Arbitrary<SourceCondition> } = {
    yes_no: fc.boolean().map((is) => when('is', of, constant(is))),
    multiple_choice: fc
      .tuple(fc.constantFrom('is', 'is_not'), fc.constantFrom('x', 'y', 'z'))
      .map(([op, label]) => when(op, of, choice(`${leaf.ref}_${label}`))),
    number: fc
      .tuple(fc.constantFrom(...comparisons), fc.integer({ min: 0, max: 3 }))
      .map(([op, bound]) => when(op, of, constant(bound))),
    short_text: fc
      .constantFrom('begins_with', 'ends_with', 'contains', 'not_contains', 'equal')
      .map((op) => when(op, of, constant('tea'))),
    contact_info: fc.constant(
      when('ends_with', field(`${leaf.ref}_mail`), constant('@acme.example')),
    ),
  }
  return fc.oneof(
    { arbitrary: tests[leaf.type] ?? answered, weight: 3 },
    { arbitrary: answered, weight: 1 },
  )
}
