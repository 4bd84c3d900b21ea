import { Form } from '@bantam/schema'
import { expect, test } from 'vitest'
import { demoRequest } from '../testing/forms.ts'
import { compileForm } from './compile-form.ts'
import { endingFor } from './ending.ts'
import { publicForm } from './public-form.ts'
import { recallLookup } from './recall-lookup.ts'

test('browsers see no ending that greets a lane, and nothing of scoring', () => {
  const seen = publicForm({
    ...demoRequest,
    translations: { de: { 'endings.soon.title': 'Wir rufen an', 'endings.thanks.title': 'Danke' } },
  })
  expect(JSON.stringify(seen)).not.toMatch(/"for"|bant|sensitivity|soon|guide/)
  expect(seen.translations).toEqual({ de: { 'endings.thanks.title': 'Danke' } })
  expect(Form.parse(seen)).toEqual(seen)
})

test('the ending is the branch’s, else the lane’s, else the first for no lane', () => {
  const ending = (lane: 'sales' | 'prospecting', chosen?: string) =>
    endingFor(demoRequest, { lane, ...(chosen && { ending: chosen }) }).id
  expect(ending('sales', 'careers')).toBe('careers')
  expect(ending('sales', 'gone')).toBe('soon')
  expect(ending('sales')).toBe('soon')
  expect(ending('prospecting')).toBe('thanks')
})

test('recall finds questions by id or property, hidden fields and calculations', () => {
  const answers = new Map<string, string | string[]>([
    ['name', 'Dana'],
    ['role', 'director'],
    ['company-size', '201-1-000'],
    ['needs', ['lead-scoring']],
  ])
  const lookup = recallLookup(compileForm(demoRequest), answers, { plan: 'starter' })
  expect(lookup('name')).toBe('Dana')
  expect(lookup('question.role')).toBe('Director')
  expect(lookup('companySize')).toBe('201–1,000')
  expect(lookup('hidden:plan')).toBe('starter')
  expect(lookup('calculation:interest')).toBe('20')
  expect(lookup('nothing')).toBeUndefined()
})
