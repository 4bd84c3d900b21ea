import { expect, test } from 'vitest'
import { grouped } from './grouped.ts'

const entry = (what: string, name: string, why?: string) => ({
  what,
  name,
  path: `/${name}`,
  ...(why && { why }),
})

test('what was kept is grouped by what it is', () => {
  const groups = grouped([entry('page', 'a'), entry('property', 'b'), entry('page', 'c')])
  expect(groups.map(({ head, entries }) => [head, entries.length])).toEqual([
    ['Pages', 2],
    ['Properties', 1],
  ])
})

test('what was not is grouped by its reason', () => {
  const groups = grouped([
    entry('question', 'a', 'Nothing is like it.'),
    entry('setting', 'b', 'Nothing is like it.'),
  ])
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({ head: 'Nothing is like it.', entries: { length: 2 } })
})
