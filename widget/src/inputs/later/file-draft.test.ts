import type { QuestionOf } from '@bantam/schema'
import { expect, test } from 'vitest'
import { acceptOf, largestOf, sizeInWords, storedOf, typesInWords } from './file-draft.ts'
import { fileWords } from './file-words.ts'

const question = (validation?: QuestionOf<'file'>['validation']): QuestionOf<'file'> => ({
  id: 'brief',
  kind: 'file',
  title: 'Brief?',
  ...(validation && { validation }),
})

test('says which files are taken, and how large', () => {
  const limited = question({ types: ['pdf', 'image', 'text'], maxBytes: 2 * 1024 * 1024 })
  expect(typesInWords(limited, fileWords)).toBe('PDF, image or text')
  expect(acceptOf(limited)).toBe('.pdf,image/*,.txt,.md,.csv,text/plain')
  expect(sizeInWords(largestOf(limited), fileWords)).toBe('2 MB')
  expect(sizeInWords(largestOf(question()), fileWords)).toBe('10 MB')
  expect(typesInWords(question({ types: ['image'] }), fileWords)).toBe('Image')
})

test.each([
  [1, '1 KB'],
  [1536, '1.5 KB'],
  [300_000, '293 KB'],
  [1024 * 1024, '1 MB'],
  [25 * 1024 * 1024, '25 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes, fileWords)).toBe(words)
})

test('a draft is a stored file, an answer by its id alone, or nothing', () => {
  expect(storedOf({ uploadId: 'u', name: 'a.pdf', size: 3 }, fileWords)).toEqual({
    uploadId: 'u',
    name: 'a.pdf',
    size: 3,
  })
  expect(storedOf('u', fileWords)).toEqual({ uploadId: 'u', name: 'Your file' })
  for (const draft of [undefined, null, '', 7, {}, { name: 'a.pdf' }])
    expect(storedOf(draft, fileWords)).toBeUndefined()
})
