import { expect, test } from 'vitest'
import { embedSnippet } from './snippet.ts'

test('is one script tag and a plain link for pages without scripts', () => {
  const form = { id: 'f1', title: 'Request a demo', url: 'https://forms.example.com/f/demo-abc' }
  expect(embedSnippet(form)).toBe(
    `<script src="https://forms.example.com/widget.js" data-form="f1" async></script>
<noscript><a href="https://forms.example.com/f/demo-abc">Request a demo</a></noscript>`,
  )
})

test('keeps the path that Bantam is served under', () => {
  expect(
    embedSnippet({ id: 'f1', title: 'x', url: 'https://example.com/bantam/f/demo' }),
  ).toContain('src="https://example.com/bantam/widget.js"')
})

test('a title cannot break out of the link', () => {
  const title = '</a><img src=x onerror="alert(1)"> & more'
  expect(embedSnippet({ id: 'f1', title, url: 'https://example.com/f/demo' })).toContain(
    '>&lt;/a&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; more</a>',
  )
})
