import type { Placement } from './placement.ts'
import { optionsOf } from './placement.ts'

/** What a snippet has to know of a form; `url` is the address of its full page. */
export interface SharedForm {
  readonly id: string
  readonly title: string
  readonly url: string
  /** Colour of its buttons, if it has one of its own. */
  readonly accent?: string | undefined
}

/**
 * What a marketer pastes into a website: one script tag, and a plain link to the full page for visitors whose browser
 * runs no script. A form in the page, or its button, gets its place at once, so that nothing moves when it arrives.
 * `isOneFile` loads this form alone, with its first question in the script. `crossorigin` fetches the script over the
 * connection that all it asks for afterwards can use. The address of the full page tells Bantam's own, which may have a path.
 */
export const scriptSnippet = (
  form: SharedForm,
  { placement, isOneFile }: { placement: Placement; isOneFile: boolean },
): string => {
  const { id, title, url } = form
  const options = optionsOf(placement, form).map(([name, value]) =>
    attribute(`data-${name}`, value),
  )
  const source = isOneFile
    ? [attribute('src', `${baseOf(url)}/embed/${encodeURIComponent(id)}.js`)]
    : [attribute('src', `${baseOf(url)}/widget.js`), attribute('data-form', id)]
  const script = `<script ${[...source, ...options].join(' ')} async crossorigin></script>`
  const link = `<noscript><a href="${escaped(url)}">${escaped(title)}</a></noscript>`
  const height = placeOf(placement)
  return height === undefined
    ? [script, link].join('\n')
    : [`<div style="min-height:${height}px">`, `  ${script}`, `  ${link}`, '</div>'].join('\n')
}

/** What stands in the flow of the page before anybody has pressed anything, in pixels; nothing for what floats. */
const placeOf = ({ mode, openedBy, buttonText }: Placement): number | undefined => {
  if (mode === 'inline') return 540
  const isButton = mode === 'popup' || mode === 'slider'
  return isButton && (openedBy === 'click' || buttonText) ? 48 : undefined
}

/**
 * For pages that forbid foreign scripts. With a `token`, a few words of script of the page's own make the frame as
 * tall as the form; they heed that frame alone.
 */
export const frameSnippet = (
  form: SharedForm,
  { placement, token }: { placement: Placement; token?: string },
): string => {
  const { title, url } = form
  const named = token === undefined ? '' : ` id="bantam-${token}"`
  const address = pageAddress(form, token === undefined ? { placement } : { placement, token })
  const frame = `<iframe${named} src="${escaped(address)}" title="${escaped(title)}" width="100%" height="640" frameborder="0" loading="lazy"></iframe>`
  if (token === undefined) return frame
  const origin = new URL(url).origin
  return `${frame}
<script>
  addEventListener('message', function (e) {
    var f = document.getElementById('bantam-${token}')
    if (f && e.source === f.contentWindow && e.origin === '${origin}' && e.data.bantam === '${token}')
      f.height = Math.min(e.data.height, 4000)
  })
</script>`
}

/** The form on a page of its own, with the face that was chosen for it. */
export const pageAddress = (
  { url }: SharedForm,
  { placement: { face }, token }: { placement: Placement; token?: string },
): string => {
  const query = new URLSearchParams({
    ...(token !== undefined && { embed: token }),
    ...(face && { face }),
  })
  return query.size > 0 ? `${url}?${query}` : url
}

/** A link or button of the website that opens a form which is not in the page. */
export const openerSnippet = ({ id }: SharedForm, text: string): string =>
  `<a href="#bantam-${escaped(id)}">${escaped(text)}</a>`

/** Where the same can be tried, on our own pages. */
export const tryAddress = (form: SharedForm, placement: Placement): string =>
  `/try/${encodeURIComponent(form.id)}?${new URLSearchParams(optionsOf(placement, form).map(([name, value]) => [name, value]))}`

const baseOf = (url: string) => url.replace(/\/f\/[^/]*$/, '')

const attribute = (name: string, value: string) => (value ? `${name}="${escaped(value)}"` : name)

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
