import type { Form, Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { formOf } from '../testing/forms.ts'
import { diagnose } from './diagnose.ts'

const email: Question = { id: 'email', kind: 'email', title: 'Your email?', required: true }
const consent: Question = { id: 'yes', kind: 'consent', title: 'May we?', purpose: 'contact' }
const errors = (question: Question, more: Partial<Form> = {}) =>
  diagnose(formOf([email, question], more))
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, path, fix }) => [code, path, fix])
const consents = (text: string) => [{ purpose: 'contact', text, textVersion: '1' }]

test('what everybody agrees to recalls nothing, in no language', () => {
  const translations = { de: { 'consents.contact.text': 'Ruft {{email}} an' } }
  expect(errors(consent, { consents: consents('Call me.'), translations })).toEqual([
    ['consent-recalls', 'translations.de.consents.contact.text', undefined],
  ])
  expect(errors(consent, { consents: consents('Call {{email|me}}.') })).toEqual([
    ['consent-recalls', 'consents.0.text', undefined],
  ])
})

test('a title that is agreed to recalls nothing either, but one above a text of its own may', () => {
  const title = 'May we write to {{email|you}}?'
  expect(errors({ ...consent, title })).toEqual([
    ['consent-recalls', 'questions.1.title', undefined],
  ])
  expect(errors({ ...consent, title }, { consents: consents('Call me.') })).toEqual([])
})
