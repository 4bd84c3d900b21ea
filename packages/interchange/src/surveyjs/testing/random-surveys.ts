import fc from 'fast-check'

const values = ['x', 'y', 'z']

interface Drawing {
  /** What conditions may read. */
  readonly names: readonly string[]
  /** Whether questions may be answered in advance; then no condition reads what it governs. */
  readonly hasPresets: boolean
}

const element = (name: string, { names, hasPresets }: Drawing) => {
  const others = names.filter((one) => !hasPresets || one !== name)
  const required = fc.constantFrom({}, { isRequired: true })
  const gate = fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 4, arbitrary: expression(others).map((visibleIf) => ({ visibleIf })) },
    { weight: 1, arbitrary: expression(others).map((enableIf) => ({ enableIf })) },
  )
  const preset = fc.constantFrom({}, hasPresets ? { defaultValue: 'x' } : {})
  const kind = fc.oneof(
    fc
      .tuple(fc.constantFrom('radiogroup', 'dropdown'), preset, fc.constantFrom({}, other))
      .map(([type, ...more]) => Object.assign({ type, choices: values }, ...more)),
    fc.constant({ type: 'checkbox', choices: values }),
    fc.constant({ type: 'radiogroup', choices: [0, 1, 2] }),
    fc.constant({ type: 'boolean' }),
    fc.constant({ type: 'rating', rateCount: 3 }),
    fc.constant({ type: 'text' }),
    fc.constant({ type: 'text', inputType: 'number' }),
  )
  return fc
    .tuple(kind, required, gate)
    .map((parts): Readonly<Record<string, unknown>> => Object.assign({ name }, ...parts))
}

const other = { showOtherItem: true }

/** Expressions over names, most of them about one answer. */
const expression = (names: readonly string[]): fc.Arbitrary<string> => {
  const name = fc.constantFrom(...names).map((one) => `{${one}}`)
  const value = fc.constantFrom("'x'", "'y'", "'Z'", '1', '2', 'true', 'false', "'other'")
  const list = fc.constantFrom("['x']", "['x', 'y']", '[1, 2]')
  const compared = fc.oneof(
    fc.tuple(name, fc.constantFrom('=', '<>'), value),
    fc.tuple(name, fc.constantFrom('=', '<>', 'anyof', 'allof', 'noneof'), list),
    fc.tuple(name, fc.constantFrom('contains', 'notcontains'), fc.constantFrom("'x'", "'y'")),
    fc.tuple(name, fc.constantFrom('>', '>=', '<', '<='), fc.constantFrom('1', '2', '10')),
    fc.tuple(name, fc.constantFrom('empty', 'notempty')),
  )
  const test = fc.oneof(
    { weight: 6, arbitrary: compared.map((parts) => parts.join(' ')) },
    { weight: 1, arbitrary: compared.map((parts) => `!(${parts.join(' ')})`) },
  )
  return fc
    .tuple(test, fc.option(fc.tuple(fc.constantFrom('and', 'or'), test), { nil: undefined }))
    .map(([one, more]) => (more ? `${one} ${more[0]} ${more[1]}` : one))
}

/** Surveys of a few questions in pages and panels, with conditions that read any of them. */
export const randomSurvey: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.boolean())
  .chain(([count, hasPresets]) => {
    const names = Array.from({ length: count }, (_, at) => `q${at}`)
    const gate = hasPresets
      ? fc.constant({})
      : fc.oneof(
          fc.constant({}),
          expression(names).map((visibleIf) => ({ visibleIf })),
        )
    const elements = fc.tuple(...names.map((name) => element(name, { names, hasPresets })))
    return fc
      .tuple(elements, fc.integer({ min: 0, max: count }), fc.tuple(gate, gate))
      .map(([all, split, [one, inner]]) => ({
        pages: [
          { name: 'one', elements: all.slice(0, split), ...one },
          {
            name: 'two',
            elements: [{ type: 'panel', name: 'inner', elements: all.slice(split), ...inner }],
          },
        ],
      }))
  })
