import { expect, test } from 'vitest'
import { attributionAfter, sourceOf, touchOf } from './attribution.ts'

const at = new Date('2026-11-22T10:00:00.000Z')
const touch = (url: string, referrer?: string) =>
  touchOf({ url, ...(referrer && { referrer }) }, at)

test('campaign and click ids are read from the address of the page, and nothing else of it', () => {
  const url =
    'https://acme.com/demo?utm_source=news&UTM_Medium=mail&gclid=g1&wbraid=w1&dclid=d1&gbraid=b1' +
    '&fbclid=f1&ttclid=t1&msclkid=m1&session=secret&utm_term='
  expect(touch(url, 'https://search.example/?q=private#x')).toEqual({
    utm_source: 'news',
    utm_medium: 'mail',
    gclid: 'g1',
    gbraid: 'b1',
    wbraid: 'w1',
    dclid: 'd1',
    fbclid: 'f1',
    ttclid: 't1',
    msclkid: 'm1',
    referrer: 'https://search.example/',
    landingPage: 'https://acme.com/demo',
    at: at.toISOString(),
  })
})

test('no value is longer than 2,048 characters, and control characters are left out', () => {
  const found = touch(
    `https://acme.com/${'p'.repeat(3000)}?utm_source=${'ü'.repeat(3000)}&gclid=a%00b%0Ac`,
  )
  expect(found?.['utm_source']).toHaveLength(2048)
  expect(found?.['gclid']).toBe('abc')
  expect(found?.landingPage).toHaveLength(2048)
})

test('a name that is repeated counts once, the first time', () => {
  expect(touch('https://acme.com/?utm_source=a&utm_source=b')?.['utm_source']).toBe('a')
})

test('an address that is none, or names a prototype, says where and no more', () => {
  expect(touch('about:blank')).toMatchObject({ landingPage: 'about:blank' })
  expect(touch('/demo?utm_source=x')).not.toHaveProperty('utm_source')
  expect(touch('https://acme.com/?__proto__=x&constructor=y&utm___proto__=z')).toEqual({
    utm___proto__: 'z',
    landingPage: 'https://acme.com/',
    at: at.toISOString(),
  })
})

test('the first touch stays, the last is the newest', () => {
  const [one, two, three] = ['one', 'two', 'three'].map((name) => touch(`https://acme.com/${name}`))
  const fresh = attributionAfter(undefined, { start: one, end: two })
  expect(fresh).toEqual({ first: one, last: two })
  expect(attributionAfter(fresh, { start: undefined, end: three })).toEqual({
    first: one,
    last: three,
  })
  expect(attributionAfter(fresh, { start: undefined, end: undefined })).toEqual(fresh)
  expect(attributionAfter(undefined, { start: undefined, end: undefined })).toBeUndefined()
})

test('the source is the campaign’s word, else the site that sent the visitor, else direct', () => {
  const page = { url: 'https://acme.com/?utm_source=news', referrer: 'https://search.example/x' }
  expect(sourceOf({ utm_source: 'hidden' }, page)).toBe('hidden')
  expect(sourceOf({}, page)).toBe('news')
  expect(sourceOf({}, { ...page, url: 'https://acme.com/' })).toBe('search.example')
  expect(sourceOf({}, { url: 'https://acme.com/', referrer: 'nowhere' })).toBe('direct')
  expect(sourceOf({}, undefined)).toBe('direct')
})
