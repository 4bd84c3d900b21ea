/**
 * What a marketer pastes into a website: one script tag, and a plain link to the full page for
 * visitors whose browser runs no script. The address of the full page
 * tells Bantam's own, which may have a path.
 */
export const embedSnippet = (form: { id: string; title: string; url: string }): string => {
  const base = form.url.replace(/\/f\/[^/]*$/, '')
  return [
    `<script src="${escaped(base)}/widget.js" data-form="${escaped(form.id)}" async></script>`,
    `<noscript><a href="${escaped(form.url)}">${escaped(form.title)}</a></noscript>`,
  ].join('\n')
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
