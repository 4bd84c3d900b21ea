import { compileForm } from '@bantam/engine'
import { Form } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importTypeform } from './import-typeform.ts'
import { always, change, choice, field, jump, rules, when } from './testing/definitions.ts'

const inherited = [
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__proto__',
  'prototype',
]

const definition = {
  title: 'Hostile',
  variables: { score: 0 },
  hidden: ['plan'],
  settings: { language: 'en', is_public: true },
  welcome_screens: [{ ref: 'hello', title: 'Hello', properties: { show_button: true } }],
  fields: [
    {
      ref: 'role',
      title: 'Role, {{hidden:plan}}?',
      type: 'multiple_choice',
      properties: { choices: [{ ref: 'boss', label: 'Boss' }], randomize: false },
      validations: { required: true },
    },
    {
      ref: 'who',
      title: 'Who?',
      type: 'contact_info',
      properties: { fields: [{ ref: 'mail', type: 'email', subfield_key: 'email' }] },
    },
    {
      ref: 'group',
      type: 'group',
      properties: { fields: [{ ref: 'size', title: 'Size', type: 'number' }] },
    },
  ],
  logic: [
    rules(
      'role',
      jump(when('is', field('role'), choice('boss')), 'size'),
      change('add', 'score', { by: { type: 'constant', value: 1 }, when: always }),
    ),
  ],
  thankyou_screens: [{ ref: 'bye', title: 'Bye', properties: { button_mode: 'reload' } }],
}

/** With a key that plain object literals cannot spell. */
const withKey = (bag: object, [key, value]: readonly [string, unknown]): unknown => {
  const text = JSON.stringify(bag)
  const member = `${JSON.stringify(key)}:${JSON.stringify(value)}`
  return JSON.parse(text === '{}' ? `{${member}}` : `${text.slice(0, -1)},${member}}`)
}

test.each(inherited)('a top-level key "%s" is dropped as unknown', (key) => {
  const result = importTypeform(withKey(definition, [key, { a: 1 }]))
  const { dropped, unknown } = result.kind === 'imported' ? result.report : {}
  expect(dropped).toContainEqual(expect.objectContaining({ name: key, path: `/${key}` }))
  expect(unknown).toContain(`/${key}`)
})

test.each(inherited)('a part of a contact that is called "%s" is dropped as unknown', (key) => {
  const fields = [{ ref: 'p', type: key, subfield_key: key }]
  const who = { ref: 'who', type: 'contact_info', properties: { fields } }
  const result = importTypeform({ fields: [who] })
  expect(result).toMatchObject({
    kind: 'imported',
    report: { unknown: ['/fields/0/properties/fields/0'] },
  })
})

type Json = unknown

/** Every place of a document, the whole first. */
const placesOf = (value: Json, at: readonly string[] = []): readonly (readonly string[])[] => [
  at,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => placesOf(one, [...at, key]))
    : []),
]

/** The document with something else in a place, or with one more key there. */
const spoilt = (
  value: Json,
  { at: [key, ...rest], junk, extra }: { at: readonly string[]; junk: Json; extra?: string },
): Json => {
  if (key === undefined)
    return extra !== undefined && typeof value === 'object' && value && !Array.isArray(value)
      ? withKey(value, [extra, junk])
      : junk
  const below = (one: Json) =>
    spoilt(one, { at: rest, junk, ...(extra !== undefined && { extra }) })
  if (Array.isArray(value))
    return value.map((one: Json, at) => (`${at}` === key ? below(one) : one))
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, name === key ? below(one) : one]),
      )
    : value
}

const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, '', 0, -1, 1e9, true, [], {}, [null], [[]], { a: [] }),
  fc.constantFrom<Json>(...inherited, 'always', 'field', 'jump', '{{field:toString}}', '*_*'),
  fc.constantFrom<Json>('x'.repeat(20_000), '*'.repeat(20_000), '{{'.repeat(5000)),
  fc.jsonValue({ maxDepth: 2 }),
)

test('whatever a definition holds, it becomes a form or is refused in words', () => {
  const places = placesOf(definition)
  const change = fc.record(
    { at: fc.constantFrom(...places), junk, extra: fc.constantFrom(...inherited) },
    { requiredKeys: ['at', 'junk'] },
  )
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const result = importTypeform(changes.reduce<Json>(spoilt, definition))
      if (result.kind === 'imported') compileForm(Form.parse(result.form))
      else
        expect(result.refusals[0]).toMatchObject({
          code: expect.stringMatching(/^[a-z-]+$/),
          message: expect.stringMatching(/^.{10,}/),
        })
    }),
    { numRuns: 500 },
  )
}, 60_000)
