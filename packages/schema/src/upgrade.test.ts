import { expect, test } from 'vitest'
import { formVersion, upgradeForm } from './upgrade.ts'

test('a document of today’s version stays as it is', () => {
  const document = { schema: formVersion, title: 'A form' }
  expect(upgradeForm(document)).toEqual({ kind: 'upgraded', document })
})

test('a document of a version to come is refused, and says what to do', () => {
  const result = upgradeForm({ schema: formVersion + 1 })
  expect(result).toMatchObject({ kind: 'refused', code: 'future-version' })
  expect(result).toMatchObject({ message: expect.stringContaining('update the product') })
})

test.each([null, 'form', [], {}, { schema: '1' }, { schema: 0 }, { schema: 1.5 }])(
  '%j says no version',
  (document) => {
    expect(upgradeForm(document)).toMatchObject({ kind: 'refused', code: 'no-version' })
  },
)
