import type { Published, start } from './start.ts'

/** A form that came with its first chunk in one file. */
interface Embedded {
  readonly published: Published
  readonly start: typeof start
}

/** File name of the main chunk, written in by the build. */
declare const MAIN_CHUNK: string
/** What `/embed/FORM.js` carries; undefined in `widget.js`. */
declare const EMBEDDED: Embedded | undefined

const tag = 'bantam-form'
const marked = 'data-bantam'
/** `widget.js` names its form beside it, `embed/FORM.js` in its own address. */
const source = /^(.*\/)(?:widget|embed\/([^/]+))\.js(?:$|[?#])/

/**
 * The folder that served a script, wherever a tag manager put it, and the form it names. What another host calls
 * `embed/x.js` names none of ours.
 */
const read = ({ src, dataset }: HTMLScriptElement) => {
  const [, base, named = ''] = source.exec(src) ?? []
  return { base, form: dataset['form'] ?? (embedded().has(named) ? named : undefined) }
}

/** Puts an element after each snippet that has none yet; one in the head goes to the end of the page. */
const load = () => {
  for (const script of document.scripts) {
    const { base, form } = read(script)
    const isInHead = script.parentNode === document.head
    if (!base || !form || script.hasAttribute(marked) || (isInHead && !document.body)) continue
    script.setAttribute(marked, '')
    const element = document.createElement(tag)
    for (const { name, value } of script.attributes)
      if (name.startsWith('data-')) element.setAttribute(name, value)
    Object.assign(element.dataset, { base, form })
    if (isInHead) document.body.append(element)
    else script.after(element)
  }
}

class BantamForm extends HTMLElement {
  /** Forms that came whole, by id, whichever script defined the element. */
  static readonly embedded = new Map<string, Embedded>()
  #life: AbortController | undefined

  connectedCallback() {
    // Moving the element within the page disconnects and connects it: that is no reason to start again.
    if (this.#life) return
    const life = (this.#life = new AbortController())
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    const base =
      this.dataset['base'] ??
      [...document.scripts].map((script) => read(script).base).find(Boolean) ??
      `${location.origin}/`
    const form = this.getAttribute('form') ?? this.dataset['form'] ?? ''
    const id = encodeURIComponent(form)
    const whole = embedded().get(form)
    const onBroken = () => {
      if (life.signal.aborted) return
      const link = document.createElement('a')
      link.href = `${base}f/${id}`
      link.textContent = 'The form could not be loaded here. Open it on its own page.'
      root.replaceChildren(link)
    }
    reserve(root)
    Promise.all(
      whole
        ? [whole.published, whole]
        : [
            fetch(`${base}v1/public/forms/${id}`).then((response) =>
              response.ok ? response.json() : Promise.reject(response),
            ),
            import(/* @vite-ignore */ `${base}assets/w/${MAIN_CHUNK}`),
          ],
    ).then(([published, { start }]) => {
      if (life.signal.aborted) return
      const leave = start(this, { root, base, published, onBroken })
      life.signal.addEventListener('abort', leave)
    }, onBroken)
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#life?.abort()
      this.#life = undefined
    })
  }
}

/** Another script of ours may have defined the element before this one came. */
const embedded = (): typeof BantamForm.embedded => Object(customElements.get(tag)).embedded

/** Keeps the place of the first question, so that nothing on the page moves when it arrives. */
const reserve = (root: ShadowRoot) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    ':host{all:initial!important;display:block!important;min-height:var(--bantam-height,540px)!important}',
  )
  root.adoptedStyleSheets = [sheet]
}

if (!customElements.get(tag)) {
  customElements.define(tag, BantamForm)
  // A host may hold a queue or settings of its own under this name: nothing of it is lost.
  Object.assign(globalThis, {
    bantam: Object.assign(Object(Reflect.get(globalThis, 'bantam')), { load }),
  })
}
if (EMBEDDED) embedded().set(EMBEDDED.published.formId, EMBEDDED)
load()
addEventListener('DOMContentLoaded', load)
