import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPage } from './page-pattern.ts'

test.each([
  ['/pricing', 'https://acme.example/pricing', true],
  ['/pricing', 'https://acme.example/pricing/?plan=pro#faq', true],
  ['/pricing', 'https://acme.example/pricing/teams', false],
  ['/pricing*', 'https://acme.example/pricing/teams', true],
  ['/*/pricing', 'https://acme.example/de/Pricing', true],
  ['/*/pricing', 'https://acme.example/pricing', false],
  ['/a*b*b', 'https://acme.example/ab', false],
  ['/', 'https://acme.example', true],
  ['https://acme.example/docs/*', 'https://acme.example/docs/start', true],
  ['https://acme.example/docs/*', 'https://other.example/docs/start', false],
  ['/pricing', 'not an address', false],
])('%s names %s: %s', (pattern, address, isNamed) => {
  expect(isPage(pattern, address)).toBe(isNamed)
})

test('a path with stars for some of its parts names the path, and a longer one only by a star at its end', () => {
  const segment = fc.stringMatching(/^[a-z0-9-]{1,8}$/)
  fc.assert(
    fc.property(fc.array(fc.tuple(segment, fc.boolean()), { minLength: 1 }), (segments) => {
      const path = segments.map(([text]) => `/${text}`).join('')
      const pattern = segments.map(([text, isStar]) => (isStar ? '/*' : `/${text}`)).join('')
      expect(isPage(pattern, `https://acme.example${path}`)).toBe(true)
      expect(isPage(pattern, `https://acme.example${path}!`)).toBe(pattern.endsWith('*'))
    }),
  )
})
