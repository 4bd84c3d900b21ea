import { expect, test } from 'vitest'
import { languageAmong } from './language-among.ts'

test.each([
  [['de', 'en'], ['de'], 'de'],
  [['de', 'pt-BR', 'pt-PT'], ['pt-PT'], 'pt-PT'],
  [['en', 'pt-BR'], ['pt-PT', 'en'], 'pt-BR'],
  [['en', 'de'], ['fr', 'de-AT', 'en'], 'de'],
  [['en', 'de'], ['DE-at'], 'de'],
  [['en'], ['fr'], undefined],
  [['en'], [], undefined],
])('of %j, %j is spoken to in %s', (spoken, wanted, language) => {
  expect(languageAmong(spoken, wanted)).toBe(language)
})
