import { Form } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importSurveyJs } from './import-surveyjs.ts'
import { branching, everyKind } from './testing/surveys.ts'

type Json = unknown

/** Every place of a document, the whole first. */
const placesOf = (value: Json, at: readonly string[] = []): readonly (readonly string[])[] => [
  at,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => placesOf(one, [...at, key]))
    : []),
]

const replaced = (value: Json, [key, ...rest]: readonly string[], junk: Json): Json => {
  if (key === undefined) return junk
  if (Array.isArray(value))
    return value.map((one, at) => (`${at}` === key ? replaced(one, rest, junk) : (one as Json)))
  const record = value as { readonly [key: string]: Json }
  return { ...record, [key]: replaced(record[key], rest, junk) }
}

const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, '', 0, -1, 1e9, true, [], {}, [null], [[]], { a: [] }),
  fc.constantFrom<Json>(
    '{a',
    '{a} =',
    '{agree}',
    '<p>',
    '{{x}}',
    '__proto__',
    'constructor',
    'toString',
    'toString({a}) = 1',
    '&constructor;&#0;&#55296;',
  ),
  fc.constantFrom<Json>(
    'x'.repeat(20_000),
    '<'.repeat(20_000),
    '('.repeat(5000),
    '{stars} and '.repeat(500),
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

test('whatever a definition holds, it becomes a form or is refused in words', () => {
  const spoilt = fc.constantFrom<Json>(everyKind, branching).chain((survey) => {
    const places = placesOf(survey)
    return fc
      .array(fc.tuple(fc.nat(places.length - 1), junk), { minLength: 1, maxLength: 4 })
      .map((changes) =>
        // Deeper places first, so that each is still there when its turn comes.
        changes
          .toSorted(([one], [other]) => (places[other]?.length ?? 0) - (places[one]?.length ?? 0))
          .reduce<Json>((so, [at, one]) => {
            const place = places[at] ?? []
            return hasPlace(so, place) ? replaced(so, place, one) : so
          }, survey),
      )
  })
  fc.assert(
    fc.property(spoilt, (definition) => {
      const result = importSurveyJs(definition)
      if (result.kind === 'imported') expect(Form.safeParse(result.form).success).toBe(true)
      else
        expect(result.refusals[0]).toMatchObject({
          code: expect.stringMatching(/^[a-z-]+$/),
          message: expect.stringMatching(/^.{10,}/),
        })
    }),
    { numRuns: 300 },
  )
}, 60_000)

const hasPlace = (value: Json, [key, ...rest]: readonly string[]): boolean =>
  key === undefined ||
  (typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, key) &&
    hasPlace(Reflect.get(value, key), rest))
