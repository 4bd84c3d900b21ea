import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { optionNames } from './options.ts'

const text = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8')
const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

test('the documentation lists every option with its attribute, and none that there is not', () => {
  const rows = [...text.matchAll(/^\| `(\w+)` \| `data-([\w-]+)` \| \S/gm)].map(
    ([, name = '', attribute = '']) => [name, attribute.replace('-NAME', '')],
  )
  expect(rows).toEqual(optionNames.map((name) => [name, kebab(name)]))
})
