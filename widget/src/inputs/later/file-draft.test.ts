import type { QuestionOf } from '@bantam/schema'
import { expect, test } from 'vitest'
import { acceptOf, largestOf, sizeInWords, storedOf, typesInWords } from './file-draft.ts'

const question = (validation?: QuestionOf<'file'>['validation']): QuestionOf<'file'> => ({
  id: 'brief',
  kind: 'file',
  title: 'Brief?',
  ...(validation && { validation }),
})

test('says which files are taken, and how large', () => {
  const limited = question({ types: ['pdf', 'image', 'text'], maxBytes: 2 * 1024 * 1024 })
  expect(typesInWords(limited)).toBe('PDF, image or text')
  expect(acceptOf(limited)).toBe('.pdf,image/*,.txt,.md,.csv,text/plain')
  expect(sizeInWords(largestOf(limited))).toBe('2 MB')
  expect(sizeInWords(largestOf(question()))).toBe('10 MB')
  expect(typesInWords(question({ types: ['image'] }))).toBe('Image')
})

test.each([
  [1, '1 KB'],
  [1536, '1.5 KB'],
  [300_000, '293 KB'],
  [1024 * 1024, '1 MB'],
  [25 * 1024 * 1024, '25 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})

test('a draft is a stored file, an answer by its id alone, or nothing', () => {
  expect(storedOf({ uploadId: 'u', name: 'a.pdf', size: 3 })).toEqual({
    uploadId: 'u',
    name: 'a.pdf',
    size: 3,
  })
  expect(storedOf('u')).toEqual({ uploadId: 'u', name: 'Your file' })
  for (const draft of [undefined, null, '', 7, {}, { name: 'a.pdf' }])
    expect(storedOf(draft)).toBeUndefined()
})
