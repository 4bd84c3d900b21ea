/** File name of the main chunk, written in by the build. */
declare const MAIN_CHUNK: string

const tag = 'bantam-form'
const snippet = 'script[src*="/widget.js"]'
const marked = 'data-bantam'

/** The folder that served the script, wherever a tag manager put it. */
const baseOf = (script: HTMLScriptElement) => new URL('.', script.src).href

/** Puts an element after each snippet that has none yet; one in the head goes to the end of the page. */
const load = () => {
  for (const script of document.querySelectorAll<HTMLScriptElement>(`${snippet}[data-form]`)) {
    const isInHead = script.parentNode === document.head
    if (script.hasAttribute(marked) || (isInHead && !document.body)) continue
    script.setAttribute(marked, '')
    const element = document.createElement(tag)
    for (const { name, value } of script.attributes)
      if (name.startsWith('data-')) element.setAttribute(name, value)
    element.dataset['base'] = baseOf(script)
    if (isInHead) document.body.append(element)
    else script.after(element)
  }
}

class BantamForm extends HTMLElement {
  #life: AbortController | undefined

  connectedCallback() {
    // Moving the element within the page disconnects and connects it: that is no reason to start again.
    if (this.#life) return
    const life = (this.#life = new AbortController())
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    const script = document.querySelector<HTMLScriptElement>(snippet)
    const base = this.dataset['base'] ?? (script ? baseOf(script) : location.origin + '/')
    const id = encodeURIComponent(this.getAttribute('form') ?? this.dataset['form'] ?? '')
    const onBroken = () => {
      if (life.signal.aborted) return
      const link = document.createElement('a')
      link.href = `${base}f/${id}`
      link.textContent = 'The form could not be loaded here. Open it on its own page.'
      root.replaceChildren(link)
    }
    reserve(root)
    Promise.all([
      fetch(`${base}v1/public/forms/${id}`).then((response) =>
        response.ok ? response.json() : Promise.reject(response),
      ),
      import(/* @vite-ignore */ `${base}assets/w/${MAIN_CHUNK}`),
    ]).then(([published, { start }]) => {
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
load()
addEventListener('DOMContentLoaded', load)
