import { rescueWords } from './rescue-words.ts'

/**
 * For a page whose scripts have broken what ours rest on (promises, JSON, the making of elements): the form's own page
 * stands in a frame, where everything is as it should be, with a link under it. Uses next to nothing of the language.
 */
const html = 'http://www.w3.org/1999/xhtml'
const source = /^(.*\/)(?:widget|embed\/([^/]+))\.js(?:$|[?#])/
const marked = 'data-bantam'

const rescue = () => {
  const { scripts } = document
  let own = ''
  for (let at = 0; at < scripts.length; at++) {
    const script = scripts[at]
    const found = script && source.exec(script.src)
    own ||= found?.[1] ?? ''
    const form = script?.getAttribute('data-form') ?? found?.[2]
    const place = script?.parentNode === document.head ? document.body?.lastChild : script
    if (!found || !form || !place || script.hasAttribute(marked)) continue
    script.setAttribute(marked, '1')
    insert(place, { told: script, base: found[1] ?? '', form })
  }
  const elements = document.querySelectorAll('bantam-form')
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at]
    const form = element?.getAttribute('form') ?? element?.getAttribute('data-form')
    if (!element || !form || element.hasAttribute(marked)) continue
    element.setAttribute(marked, '1')
    const base = element.getAttribute('data-base') ?? own
    insert(element, { told: element, base, form })
  }
}

const insert = (
  place: ChildNode,
  { told, base, form }: { told: Element; base: string; form: string },
) => {
  const mode = told.getAttribute('data-mode')
  const address = `${base}f/${encodeURIComponent(form)}${location.search}`
  const link = document.createElementNS(html, 'a')
  link.setAttribute('href', address)
  const wanted =
    told.getAttribute('data-language') ?? (document.documentElement.lang || navigator.language)
  const code = wanted.slice(0, 2)
  const words = rescueWords[code]
  link.setAttribute('lang', words ? code : 'en')
  link.textContent = words ?? rescueWords['en'] ?? ''
  place.after(link)
  // What would open over the page stays a link: in this page nothing could close it again.
  if (mode && mode !== 'inline' && mode !== 'page') return
  const frame = document.createElementNS(html, 'iframe')
  frame.setAttribute('src', address)
  frame.setAttribute('title', 'Form')
  if (!(frame instanceof HTMLElement)) return
  for (const name in looks) frame.style.setProperty(name, looks[name] ?? null, 'important')
  place.after(frame)
}

/** Whatever the page's style sheets say of frames. */
const looks: { readonly [name: string]: string } = {
  all: 'initial',
  display: 'block',
  width: '100%',
  height: '640px',
  border: '0',
}

rescue()
document.addEventListener('DOMContentLoaded', rescue)
