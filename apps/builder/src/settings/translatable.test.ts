import { expect, test } from 'vitest'
import { starterForm } from '../form/starter.example.ts'
import { groupsOf, missingIn } from './translatable.ts'

test('texts are told question by question, each by what it is', () => {
  const groups = groupsOf({
    ...starterForm(),
    consents: [{ purpose: 'contact', text: 'Call me', textVersion: '1' }],
  })
  expect(groups.map(({ title }) => title).slice(0, 2)).toEqual([
    'The form',
    '1. What is your work email?',
  ])
  expect(groups[0]?.texts.map(({ what }) => what)).toEqual(['Title', 'Consent text'])
  expect(groups[2]?.texts.map(({ what }) => what)).toEqual([
    'Question',
    'Choice 1',
    'Choice 2',
    'Choice 3',
    'Choice 4',
  ])
  expect(groups.at(-1)).toMatchObject({
    title: 'Ending: Thank you',
    texts: [{ what: 'Title' }, { what: 'Text' }],
  })
})

test('an emptied text is missing, and one that the form no longer has counts for nothing', () => {
  const form = {
    ...starterForm(),
    translations: { de: { title: 'Da', 'endings.thanks.title': ' ', gone: 'x' } },
  }
  const { missing, of } = missingIn(form, 'de')
  expect(of - missing).toBe(1)
  expect(missingIn(form, 'fr').missing).toBe(of)
})
