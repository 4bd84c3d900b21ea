import { expect, test } from 'vitest'
import type { TemplateItem } from '../client.ts'
import { findTemplates } from './find-templates.ts'

const template = (name: string, ...[description, letters]: [string, string[]]): TemplateItem => ({
  id: name,
  name,
  description,
  group: 'touchpoint',
  letters,
  questionCount: 1,
})
const templates = [
  template('Demo request', 'The button “Book a demo”', ['Budget', 'Need']),
  template('CHAMP', 'Challenges first', ['Challenges', 'Money']),
]
const found = (search: string) => findTemplates(templates, search).map(({ name }) => name)

test('finds by name, description and what is covered, whatever the case', () => {
  expect([found('DEMO'), found('first'), found('money')]).toEqual([
    ['Demo request'],
    ['CHAMP'],
    ['CHAMP'],
  ])
})

test('every word has to occur, none finds all', () => {
  expect([found('demo budget'), found('demo money'), found('  ')]).toEqual([
    ['Demo request'],
    [],
    ['Demo request', 'CHAMP'],
  ])
})
