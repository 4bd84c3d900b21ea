import { expect, test } from 'vitest'
import { firstPlacement, optionsOf, type Placement } from './placement.ts'
import { frameSnippet, openerSnippet, pageAddress, scriptSnippet, tryAddress } from './snippet.ts'

const form = { id: 'f1', title: 'Request a demo', url: 'https://forms.example.com/f/demo-abc' }
const script = (changes: Partial<Placement> = {}, isOneFile = false) =>
  scriptSnippet(form, { placement: { ...firstPlacement, ...changes }, isOneFile })

test('a form in the page is one script tag in a place of its height, and a link without scripts', () => {
  expect(script()).toBe(`<div style="min-height:540px">
  <script src="https://forms.example.com/widget.js" data-form="f1" async crossorigin></script>
  <noscript><a href="https://forms.example.com/f/demo-abc">Request a demo</a></noscript>
</div>`)
})

test('one file is asked for by the form', () => {
  expect(script({ mode: 'popover' }, true)).toContain(
    '<script src="https://forms.example.com/embed/f1.js" data-mode="popover" async crossorigin></script>',
  )
})

test('what floats takes no place, and a button takes its own', () => {
  expect(script({ mode: 'sidetab' })).not.toContain('min-height')
  expect(script({ mode: 'popup' })).toContain('min-height:48px')
  expect(script({ mode: 'popup', openedBy: 'exit' })).not.toContain('min-height')
})

test('the snippet says only what is not as usual, and what the mode can do', () => {
  const all = {
    face: 'chat',
    buttonText: 'Ask us',
    side: 'left',
    openedBy: 'time',
    openValue: '2.5',
  } as const
  expect(optionsOf({ ...firstPlacement, ...all })).toEqual([['face', 'chat']])
  expect(optionsOf({ ...firstPlacement, ...all, mode: 'slider' })).toEqual([
    ['mode', 'slider'],
    ['face', 'chat'],
    ['button-text', 'Ask us'],
    ['position', 'left'],
    ['open', 'time'],
    ['open-value', '2500'],
    ['prevent-reopen-on-close', ''],
  ])
})

test('a button that waits for its form has the form’s colour', () => {
  const blue = { ...form, accent: '#0a58ca' }
  const snippet = (mode: Placement['mode']) =>
    scriptSnippet(blue, { placement: { ...firstPlacement, mode }, isOneFile: false })
  expect(snippet('popover')).toContain('data-theme-accent="#0a58ca"')
  expect(snippet('inline')).not.toContain('accent')
})

test('an opening that nobody measured gets a usual measure', () => {
  const opening = { ...firstPlacement, mode: 'popup', staysClosed: false } as const
  expect(optionsOf({ ...opening, openedBy: 'scroll', openValue: 'x' }).at(-1)).toEqual([
    'open-value',
    '50',
  ])
  expect(optionsOf({ ...opening, openedBy: 'exit' }).at(-1)).toEqual(['open', 'exit'])
})

test('keeps the path that Bantam is served under', () => {
  const url = 'https://example.com/bantam/f/demo'
  expect(
    scriptSnippet({ ...form, url }, { placement: firstPlacement, isOneFile: false }),
  ).toContain('src="https://example.com/bantam/widget.js"')
})

test('no text of the form or of the dialog breaks out of a snippet', () => {
  const title = '</a><img src=x onerror="alert(1)"> & more'
  const safe = '&lt;/a&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; more'
  const placement = { ...firstPlacement, mode: 'popup', buttonText: title } as const
  const snippet = scriptSnippet({ ...form, title }, { placement, isOneFile: false })
  expect(snippet).toContain(`data-button-text="${safe}"`)
  expect(snippet).toContain(`>${safe}</a>`)
  expect(frameSnippet({ ...form, title }, { placement })).toContain(`title="${safe}"`)
  expect(openerSnippet(form, title)).toBe(`<a href="#bantam-f1">${safe}</a>`)
})

test('a frame needs no script, and with a few words of one is as tall as the form', () => {
  expect(frameSnippet(form, { placement: firstPlacement })).toBe(
    '<iframe src="https://forms.example.com/f/demo-abc" title="Request a demo" width="100%" height="640" frameborder="0" loading="lazy"></iframe>',
  )
  const placement = { ...firstPlacement, face: 'chat' } as const
  const fitting = frameSnippet(form, { placement, token: 'k7' })
  expect(fitting).toContain('src="https://forms.example.com/f/demo-abc?embed=k7&amp;face=chat"')
  expect(fitting).toContain("e.origin === 'https://forms.example.com'")
})

test('the link carries the face that was chosen', () => {
  expect(pageAddress(form, { placement: firstPlacement })).toBe(form.url)
  expect(pageAddress(form, { placement: { ...firstPlacement, face: 'chat' } })).toBe(
    'https://forms.example.com/f/demo-abc?face=chat',
  )
})

test('what is tried is what is pasted', () => {
  expect(tryAddress(form, { ...firstPlacement, mode: 'popup', buttonText: 'Ask & see' })).toBe(
    '/try/f1?mode=popup&button-text=Ask+%26+see',
  )
})
