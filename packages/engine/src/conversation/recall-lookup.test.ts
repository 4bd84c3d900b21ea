import type { AnswerValue, Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { choices, formOf, shortText, test as when } from '../testing/forms.ts'
import { recall } from '../text/recall.ts'
import { compileForm } from './compile-form.ts'
import { recallLookup } from './recall-lookup.ts'

const questions: readonly Question[] = [
  { id: 'who', kind: 'contact', title: 'Who are you?' },
  { id: 'firm', kind: 'company', title: 'Which company?' },
  { id: 'home', kind: 'address', title: 'Where?' },
  {
    id: 'rated',
    kind: 'matrix',
    title: 'How are we?',
    rows: choices('Price', 'Speed'),
    choices: choices('Good', 'Bad'),
  },
  { id: 'first', kind: 'ranking', title: 'What matters?', choices: choices('Red', 'Blue') },
  {
    id: 'plan',
    kind: 'single-choice',
    title: 'Which plan?',
    choices: [
      { id: 'own', label: 'One for {{firm|you}}' },
      { id: 'same', label: '{{plan}}' },
    ],
  },
  shortText('a.b'),
]
const form = compileForm(
  formOf(questions, {
    hidden: ['from'],
    calculations: [
      {
        id: 'score',
        type: 'number',
        start: 1,
        steps: [
          { when: when('question:rated.price', 'is', 'good'), do: 'add', value: 4 },
          { when: when('hidden:from', 'is', 'ad'), do: 'multiply', value: 2 },
        ],
      },
    ],
  }),
)
const answers = new Map<string, AnswerValue>([
  ['who', { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@engine.example' }],
  ['firm', { name: 'Acme', domain: 'acme.com' }],
  ['home', { city: 'Paris', country: 'France' }],
  ['rated', { price: 'good' }],
  ['first', ['blue', 'red']],
  ['plan', 'own'],
  ['a.b', 'dotted {{who}}'],
])
const say = (text: string) => recall(text, recallLookup(form, answers, { from: 'ad' }))

test.each([
  ['{{question.who.firstName|friend}}', 'Ada'],
  ['{{who.firstName}} {{question:who.email}}', 'Ada ada@engine.example'],
  ['{{who.phone|no phone}}', 'no phone'],
  ['{{who.constructor|nothing}} {{who.toString|at all}}', 'nothing at all'],
  ['{{who}} of {{firm}}', 'Ada Lovelace of Acme'],
  ['{{firm.domain}}', 'acme.com'],
  ['{{email}} {{firstName}} {{companyDomain}}', 'ada@engine.example Ada acme.com'],
  ['{{home.city}} {{home}}', 'Paris Paris, France'],
  ['{{rated.price}} {{rated.speed|open}}', 'Good open'],
  ['{{first.1}}', 'Blue'],
  ['{{a.b}}', 'dotted {{who}}'],
  ['{{plan}}', 'One for you'],
  ['{{hidden:from}} {{hidden.from}} {{hidden:constructor|none}}', 'ad ad none'],
  ['{{calculation:score}}', '10'],
  ['{{calculation:toString|none}}', 'none'],
])('%s says %s', (text, said) => {
  expect(say(text)).toBe(said)
})

test('a label that recalls its own question ends', () => {
  const own = recallLookup(form, new Map([['plan', 'same']]))
  expect(recall('{{plan|none}}', own)).toBe('none')
})
