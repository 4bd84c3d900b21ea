import { expect, test } from 'vitest'
import { pointerTo, reportOn } from './report.ts'

const elements = ['/a', '/b', '/c'].map((path) => ({ what: 'key', name: path.slice(1), path }))

test('every element is in one list, in the order of the source', () => {
  const report = reportOn(elements)
  report.drop('/c', 'There is no such thing.')
  report.keep('/b')
  report.keep('/a')
  expect(report.finish()).toEqual({
    kept: elements.slice(0, 2),
    changed: [],
    dropped: [{ ...elements[2], why: 'There is no such thing.' }],
    unknown: [],
  })
})

test('the worst fate of an element stands, with every reason once', () => {
  const report = reportOn(elements.slice(0, 1))
  report.change('/a', 'Shortened.')
  report.drop('/a', 'Gone.')
  report.change('/a', 'Shortened.')
  report.keep('/a')
  const { kept, changed, dropped } = report.finish()
  expect([kept, changed]).toEqual([[], []])
  expect(dropped).toEqual([{ ...elements[0], why: 'Shortened. Gone.' }])
})

test('what nobody speaks of is dropped as unknown', () => {
  const { dropped, unknown } = reportOn(elements).finish()
  expect(dropped).toHaveLength(3)
  expect(unknown).toEqual(['/a', '/b', '/c'])
})

test('an element that is listed twice or not at all is refused', () => {
  const [first] = elements
  expect(() => reportOn([...elements, ...(first ? [first] : [])])).toThrow('/a is listed twice')
  expect(() => reportOn(elements).keep('/d')).toThrow('/d is no element')
})

test('a pointer escapes what a key may hold', () => {
  expect(pointerTo('/fields', 0, 'a/b~c')).toBe('/fields/0/a~1b~0c')
})
