import { expect, test } from 'vitest'
import { recall } from './recall.ts'

const names = new Map([
  ['name', 'Dana'],
  ['sly', '{{name}} $& $1'],
  ['empty', ''],
])
const lookup = (name: string) => names.get(name)

test('a name is replaced by what it holds, or by its fallback', () => {
  expect(recall('Hi {{name|friend}}!', lookup)).toBe('Hi Dana!')
  expect(recall('Hi {{ nobody | friend}}!', lookup)).toBe('Hi  friend!')
  expect(recall('Hi {{empty|friend}} {{nobody}}', lookup)).toBe('Hi friend ')
})

test('an answer is never read for recalls or replacement patterns', () => {
  expect(recall('{{sly}}', lookup)).toBe('{{name}} $& $1')
})

test('braces that name nothing stay as they are', () => {
  expect(recall('{name} {{ {{name}} }}', lookup)).toBe('{name} {{ Dana }}')
})
