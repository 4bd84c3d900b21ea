import { compileForm, recall, recallLookup, replay } from '@bantam/engine'
import { Form } from '@bantam/schema'
import { expect, test } from 'vitest'
import { importTypeform } from './import-typeform.ts'
import { branches, entrances, personality, quiz } from './testing/definitions.ts'

const formOf = (source: unknown): Form => {
  const result = importTypeform(source)
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusals))
  return result.form
}
const questionOf = (field: object) =>
  formOf({ fields: [{ ref: 'q', title: 'Q', ...field }] }).questions[0]
const choices = [
  { id: 'a1', ref: 'first_one', label: 'First' },
  { id: 'b1', ref: '3f2504e0-4f89-11d3-9a0c-0305e82c3301', label: 'Second' },
]
const ours = [
  { id: 'first-one', label: 'First' },
  { id: 'second', label: 'Second' },
]

test.each([
  [
    'short_text',
    { validations: { max_length: 9, required: true } },
    { kind: 'short-text', required: true, validation: { maxLength: 9 } },
  ],
  ['long_text', {}, { kind: 'long-text' }],
  ['email', {}, { kind: 'email' }],
  ['website', {}, { kind: 'website' }],
  ['url', {}, { kind: 'website' }],
  [
    'phone_number',
    { properties: { default_country_code: 'ng' } },
    { kind: 'phone', validation: { country: 'NG' } },
  ],
  [
    'number',
    { validations: { min_value: 1, max_value: 5 } },
    { kind: 'number', validation: { min: 1, max: 5 } },
  ],
  ['yes_no', {}, { kind: 'yes-no' }],
  ['date', {}, { kind: 'date' }],
  ['legal', {}, { kind: 'consent' }],
  ['statement', { properties: { button_text: 'On' } }, { kind: 'statement', button: 'On' }],
  ['file_upload', {}, { kind: 'file' }],
  ['rating', { properties: { steps: 7 } }, { kind: 'rating', steps: 7 }],
  ['nps', {}, { kind: 'scale', from: 0, to: 10 }],
  [
    'opinion_scale',
    { properties: { steps: 5, start_at_one: true, labels: { left: 'No', right: 'Yes' } } },
    { kind: 'scale', from: 1, to: 5, labels: { low: 'No', high: 'Yes' } },
  ],
  [
    'opinion_scale',
    { properties: { steps: 11, start_at_one: true } },
    { kind: 'number', validation: { min: 1, max: 11, integer: true } },
  ],
  [
    'dropdown',
    { properties: { choices: choices.toReversed(), alphabetical_order: true } },
    { kind: 'dropdown', choices: ours },
  ],
  [
    'multiple_choice',
    { properties: { choices, allow_other_choice: true } },
    { kind: 'single-choice', choices: ours, other: true },
  ],
  [
    'multiple_choice',
    { properties: { choices, allow_multiple_selection: true }, validations: { min_selection: 1 } },
    { kind: 'multiple-choice', choices: ours, validation: { min: 1 } },
  ],
  [
    'picture_choice',
    {
      properties: {
        choices: [
          { ...choices[0], attachment: { type: 'image', href: 'https://a.example/1.png' } },
        ],
      },
    },
    {
      kind: 'picture-choice',
      choices: [{ id: 'first-one', label: 'First', image: 'https://a.example/1.png' }],
    },
  ],
  [
    'picture_choice',
    { properties: { choices, allow_multiple_selection: true } },
    { kind: 'multiple-choice', choices: ours },
  ],
  ['multiple_choice', { properties: { choices: [] } }, { kind: 'statement' }],
  ['ranking', { properties: { choices } }, { kind: 'ranking', choices: ours }],
  [
    'calendly',
    { properties: { calendly_url: 'https://calendly.example/ann' } },
    { kind: 'scheduling', url: 'https://calendly.example/ann' },
  ],
  ['calendly', {}, { kind: 'statement' }],
  ['payment', { properties: { currency: 'EUR' } }, { kind: 'statement' }],
  [
    'address',
    { properties: { fields: [{ ref: 'c', type: 'short_text', subfield_key: 'city' }] } },
    { kind: 'address', parts: ['city'] },
  ],
])('%s becomes what asks the same', (type, more, expected) => {
  expect(questionOf({ type, ...more })).toEqual({ id: 'q', title: 'Q', ...expected })
})

test('a group stands above each of its questions, at any depth', () => {
  const { questions } = formOf(branches)
  expect(questions.map(({ id, section }) => [id, section?.title, section?.help])).toEqual([
    ['hello', undefined, undefined],
    ['role', undefined, undefined],
    ['size', 'About your team', 'A few figures'],
    ['tools', 'About your team · More', undefined],
    ['start', 'About your team · More', undefined],
    ['sign', undefined, undefined],
    ['person', undefined, undefined],
    ['grid', undefined, undefined],
    ['why', undefined, undefined],
    ['terms', undefined, undefined],
    ['rank', undefined, undefined],
  ])
})

test('a block is one question whose parts rules and texts still read', () => {
  const form = formOf(branches)
  const [person, grid] = form.questions.filter(({ id }) => id === 'person' || id === 'grid')
  expect(person).toMatchObject({ kind: 'contact', parts: ['firstName', 'email'] })
  expect(grid).toMatchObject({
    kind: 'matrix',
    rows: [{ id: 'speed' }, { id: 'price' }],
    choices: [{ label: 'Bad' }, { label: 'Good' }],
  })
  expect(person?.jumps?.[0]?.when).toEqual({
    ref: 'question:person.email',
    op: 'ends-with',
    value: '@acme.example',
  })
  const { title } = form.questions.find(({ id }) => id === 'why') ?? {}
  expect(title).toBe('Why, {{question.person.firstName}}?')
})

test('recall names what the form has', () => {
  const form = formOf(branches)
  const { title = '' } = form.questions.find(({ id }) => id === 'person') ?? {}
  const answers = new Map([['role', 'ref-buyer']])
  const lookup = recallLookup(compileForm(form), answers, { plan: 'Pro' })
  expect(recall(title, lookup)).toBe('Who are you, Buyer from Pro?')
})

test('the default ending comes first, and the others keep what they do', () => {
  expect(formOf(branches).endings).toEqual([
    { id: 'default-tys', kind: 'message', title: 'Thanks' },
    { id: 'sales', kind: 'message', title: 'We call you' },
    { id: 'away', kind: 'redirect', title: 'Bye', url: 'https://acme.example/bye' },
  ])
  expect(formOf(quiz).endings[0]?.id).toBe('again')
  expect(formOf({ fields: [{ type: 'yes_no' }] }).endings).toHaveLength(1)
})

test('a variable is read as it was when its rule ran, not as later rules left it', () => {
  const form = formOf(quiz)
  const answers = [
    { questionId: 'one', value: true },
    { questionId: 'two', value: 3 },
    { questionId: 'three', value: true },
  ]
  const { calculations } = replay(compileForm(form), { answers })
  expect(calculations).toMatchObject({ score: 5, level: 'early', winner: 'high' })
})

test('where counters decide, the highest wins, the first of equals', () => {
  const birds = ['owls', 'larks', 'ducks']
  const compiled = compileForm(formOf(personality))
  for (let code = 0; code < 64; code++) {
    const picked = ['one', 'two', 'three'].map((_, at) => birds[Math.floor(code / 4 ** at) % 4])
    const answers = ['one', 'two', 'three'].map((questionId, at) => ({
      questionId,
      value: picked[at] === undefined ? null : `${questionId}-${picked[at]}`,
    }))
    const counts = birds.map((bird) => picked.filter((one) => one === bird).length)
    const winner = birds[counts.indexOf(Math.max(...counts))]
    expect(replay(compiled, { answers }).ending, picked.join()).toBe(winner)
  }
})

test('hidden fields are declared, also those that only rules or texts name', () => {
  const title = 'Hello {{hidden:name}}'
  const { hidden } = formOf({ hidden: ['plan'], fields: [{ ref: 'q', title, type: 'statement' }] })
  expect(hidden).toEqual(['plan', 'name'])
})

test('what no hidden field may be called is left out', () => {
  const fields = [{ ref: 'q', title: 'Hello {{hidden:__proto__}}', type: 'statement' }]
  const form = formOf({ hidden: ['plan', '__proto__', 'constructor'], fields })
  expect(form.hidden).toEqual(['plan'])
  expect(Form.safeParse(form).success).toBe(true)
})

test('the rules of hidden fields are held by a question that nobody sees', () => {
  const form = formOf(entrances)
  expect(form.questions[0]).toMatchObject({ kind: 'statement', passes: true })
  const { path, ending } = replay(compileForm(form), { answers: [], hidden: { door: 'shut' } })
  expect([path, ending]).toEqual([[], 'closed'])
})

test('ids are readable, unique and the same at every import', () => {
  const id = (n: number) => `e1790ed${n}-c75d-46bc-9d28-92cc2ecac56f`
  const fields = [
    { ref: 'company_size', title: 'How big?', type: 'number' },
    { ref: id(1), title: 'Your rôle?', type: 'short_text' },
    { ref: id(2), title: 'Why?', type: 'short_text' },
    { ref: id(3), title: 'Why?', type: 'short_text' },
    { ref: id(4), title: '???', type: 'short_text' },
    { ref: id(5), title: '会社名', type: 'short_text' },
  ]
  const idsOf = (of: readonly object[]) => formOf({ fields: of }).questions.map((one) => one.id)
  expect(idsOf(fields)).toEqual([
    'company-size',
    'your-role',
    'why-e1790ed2',
    'why-e1790ed3',
    'question',
    '会社名',
  ])
  expect(idsOf(fields.toReversed())).toEqual(idsOf(fields).toReversed())
})

test('marks of bold and italic are taken out, other stars and underscores stay', () => {
  const titleOf = (title: string) => questionOf({ title, type: 'statement' })?.title
  expect(titleOf('*Bold* and _italic_, (*both*)')).toBe('Bold and italic, (both)')
  expect(titleOf('5 * 3 * 2, snake_case_name')).toBe('5 * 3 * 2, snake_case_name')
})
