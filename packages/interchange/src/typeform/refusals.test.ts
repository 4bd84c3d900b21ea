import { expect, test } from 'vitest'
import { importTypeform } from './import-typeform.ts'
import { always, choice, constant, field, jump, rules, when } from './testing/definitions.ts'

const yesNo = { ref: 'q', title: 'Q', type: 'yes_no' }
const pick = { ref: 'p', type: 'dropdown', properties: { choices: [{ ref: 'c', label: 'C' }] } }
const group = (ref: string, ...fields: readonly object[]) => ({
  ref,
  type: 'group',
  properties: { fields },
})
const withRules = (...logic: readonly object[]) => ({ fields: [yesNo, pick], logic })
const itself: { [key: string]: unknown } = { type: 'group' }
itself['properties'] = { fields: [itself] }

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'not-a-definition '],
  ['a list', [], 'not-a-definition '],
  ['no fields', { title: 'x' }, 'not-a-definition '],
  ['fields that are no list', { fields: {} }, 'not-a-definition '],
  ['a SurveyJS definition', { pages: [{ elements: [] }] }, 'other-product '],
  ['one of our own forms', { schema: 1, questions: [], endings: [] }, 'other-product '],
  ['an empty form', { fields: [] }, 'nothing-asked /fields'],
  ['a field that is no object', { fields: ['q'] }, 'malformed /fields/0'],
  ['logic that is no list', { fields: [yesNo], logic: {} }, 'malformed /logic'],
  ['a translation', { fields: [{ ref: 'q', title: 'F' }] }, 'translation-only /fields'],
  [
    'a ref used twice',
    { fields: [yesNo, group('g', yesNo)] },
    'repeated-ref /fields/1/properties/fields/0',
  ],
  [
    'an ending used twice',
    { fields: [yesNo], thankyou_screens: [{ ref: 'e' }, { ref: 'e' }] },
    'repeated-ref /thankyou_screens/1',
  ],
  [
    'a choice used twice',
    { fields: [{ ...pick, properties: { choices: [{ ref: 'c' }, { ref: 'c' }] } }] },
    'repeated-ref /fields/0/properties/choices/1',
  ],
  [
    'a group within itself',
    { fields: [group('g', group('g', yesNo))] },
    'cyclic-group /fields/0/properties/fields/0',
  ],
  ['an object within itself', { fields: [itself] }, 'cyclic-group /fields/0/properties/fields'],
  [
    'a jump to no field',
    withRules(rules('q', jump(always, 'gone'))),
    'missing-target /logic/0/actions/0',
  ],
  [
    'a jump to no ending',
    withRules(rules('q', jump(always, 'gone', 'thankyou'))),
    'missing-target /logic/0/actions/0',
  ],
  [
    'a jump to no outcome',
    withRules(rules('q', jump(always, 'gone', 'outcome'))),
    'missing-target /logic/0/actions/0',
  ],
  ['rules of no field', withRules(rules('gone', jump(always, 'q'))), 'missing-target /logic/0'],
  [
    'a condition on no field',
    withRules(rules('q', jump(when('and', when('is', field('gone'), constant(true))), 'p'))),
    'missing-target /logic/0/actions/0/condition/vars/0',
  ],
  [
    'a condition on no choice',
    withRules(rules('p', jump(when('is', field('p'), choice('gone')), 'q'))),
    'missing-target /logic/0/actions/0/condition',
  ],
  [
    'more questions than a form has',
    { fields: Array.from({ length: 1001 }, (_, at) => ({ ...yesNo, ref: `q${at}` })) },
    'too-large ',
  ],
])('%s is refused with its place', (_, source, expected) => {
  const result = importTypeform(source)
  const [first] = result.kind === 'refused' ? result.refusals : []
  expect(`${first?.code} ${first?.path}`).toBe(expected)
  expect(first?.message).toMatch(/^[A-Z].*[.)]$/)
})

test('all contradictions are told at once', () => {
  const result = importTypeform({
    fields: [yesNo, yesNo],
    logic: [rules('q', jump(always, 'gone'), jump(always, 'gone', 'thankyou'))],
  })
  expect(result.kind === 'refused' && result.refusals.map(({ code }) => code)).toEqual([
    'repeated-ref',
    'missing-target',
    'missing-target',
  ])
})
