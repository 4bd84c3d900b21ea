import fc from 'fast-check'
import { expect, test } from 'vitest'
import { optionNames, readOptions, writeOptions } from './options.ts'

const given = (attributes: { [name: string]: string }) => {
  const element = document.createElement('div')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return readOptions(element)
}

test('attributes are read as what they stand for', () => {
  expect(
    given({
      'data-mode': 'popup',
      'data-open': 'scroll',
      'data-open-value': '40',
      'data-auto-close': '1500 ms',
      'data-lazy': '',
      'data-keep-session': 'false',
      'data-transitive-search-params': 'plan, utm_source',
      'data-hidden-plan': 'pro',
      'data-hidden-utm_source': 'mail',
    }),
  ).toMatchObject({
    mode: 'popup',
    open: 'scroll',
    openValue: 40,
    autoClose: 1500,
    lazy: true,
    keepSession: false,
    transitiveSearchParams: ['plan', 'utm_source'],
    hidden: { plan: 'pro', utm_source: 'mail' },
  })
})

test('what cannot be read counts as not given', () => {
  const read = given({ 'data-mode': 'balloon', 'data-open-value': 'soon', 'data-width': '-3' })
  expect(Object.values(read).filter((value) => value !== undefined)).toEqual([])
})

test('what a call gives reads back from the attributes', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  const options = fc.record(
    {
      mode: fc.constantFrom('inline', 'popup', 'slider', 'sidetab', 'popover'),
      openValue: fc.nat(),
      lazy: fc.boolean(),
      sandbox: fc.boolean(),
      buttonText: word,
      transitiveSearchParams: fc.oneof(fc.boolean(), fc.array(word, { minLength: 1 })),
      hidden: fc.dictionary(word, word, { minKeys: 1 }),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(options, (wanted) => {
      const element = document.createElement('div')
      writeOptions(element, { ...wanted, container: document.body, onSubmit: () => {} })
      const read = Object.entries(readOptions(element)).filter(([, value]) => value !== undefined)
      expect(Object.fromEntries(read)).toEqual(
        transitive(wanted.transitiveSearchParams)
          ? { ...wanted, transitiveSearchParams: true }
          : wanted,
      )
    }),
  )
})

test.each([
  ['dark', { 'data-theme': 'dark' }],
  [
    { accent: '#1a7f5c', radius: '2' },
    { 'data-theme-accent': '#1a7f5c', 'data-theme-radius': '2' },
  ],
])('a theme of %j is said where the look is read', (theme, attributes) => {
  const element = document.createElement('div')
  writeOptions(element, { theme })
  for (const [name, value] of Object.entries(attributes))
    expect(element.getAttribute(name)).toBe(value)
})

/** A lone field of that name says the same as the flag. */
const transitive = (value: unknown) => String(value) === 'true'

test('each option has its own attribute', () => {
  expect(new Set(optionNames.map((name) => name.toLowerCase())).size).toBe(optionNames.length)
})
