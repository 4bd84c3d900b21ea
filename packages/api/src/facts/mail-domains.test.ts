import { wellKnownFreeMail } from '@bantam/engine'
import { expect, test } from 'vitest'
import { isFreeMail } from './mail-domains.ts'

test('what a browser calls free mail, the server does', () => {
  expect(wellKnownFreeMail.length).toBeGreaterThan(20)
  expect(wellKnownFreeMail.filter((domain) => !isFreeMail(domain))).toEqual([])
})
