import type { Bantam, CreateOptions, FormElement } from './api.ts'
import type { Instance } from './options.ts'
import type { Chunk, Loaded, Published } from './place.ts'

/** A form that came with its first chunk in one file. */
interface Embedded extends Chunk {
  readonly published: Published
}

/** File names of the chunks that are loaded from here, written in by the build. */
declare const MAIN_CHUNK: string
declare const ASIDE_CHUNK: string
declare const SIGNALS_CHUNK: string
declare const RESCUE_CHUNK: string
/** What `/embed/FORM.js` carries; undefined in `widget.js`. */
declare const EMBEDDED: Embedded | undefined

const ownChunks = [MAIN_CHUNK, ASIDE_CHUNK] as const
const tag = 'bantam-form'
/** `widget.js` names its form beside it, `embed/FORM.js` in its own address. */
const source = /^(.*\/)(?:widget|embed\/([^/]+))\.js\b/

/**
 * The folder that served a script, wherever a tag manager put it, and the form it names. What another host calls
 * `embed/x.js` names none of ours.
 */
const read = ({ src, dataset }: HTMLScriptElement) => {
  const [, base, named] = source.exec(src) ?? []
  return { base, form: dataset['form'] ?? (shared().embedded.has(named) ? named : undefined) }
}

/** Puts an element after each snippet that has none yet; one in the head goes to the end of the page. */
const load = () => {
  for (const script of document.scripts) {
    const { base, form } = read(script)
    const { dataset } = script
    const isInHead = script.parentNode === document.head
    // A script that has not run yet may be of another version, and brings its own chunks.
    if (!base || !form || !shared().chunks.has(base)) continue
    if (dataset['bantam'] || (isInHead && !document.body)) continue
    const element = document.createElement(tag)
    Object.assign(element.dataset, dataset, { base, form })
    dataset['bantam'] = '1'
    if (isInHead) document.body.append(element)
    else script.after(element)
  }
}

const formOf = (element: HTMLElement) =>
  element.getAttribute('form') ?? element.dataset['form'] ?? ''

/** Where the first script of ours came from. */
const ownBase = () => [...shared().chunks.keys()][0] ?? '/'

const chunk = (base: string | undefined, file: string) =>
  import(/* @vite-ignore */ `${base}assets/w/${file}`)

class BantamForm extends HTMLElement implements Instance {
  /** Forms that came whole, by id, whichever script defined the element. */
  declare static embedded: Map<string | undefined, Embedded>
  /** What each host's script loads: two hosts may serve two versions. */
  declare static chunks: Map<string, typeof ownChunks>
  #running: Promise<Instance | undefined> | undefined

  connectedCallback() {
    // Moving the element within the page disconnects and connects it: that is no reason to start again.
    if (this.#running) return
    const { mode = 'inline', lazy = 'false', base = ownBase() } = this.dataset
    const [main, aside] = shared().chunks.get(base) ?? ownChunks
    const formId = formOf(this)
    const id = encodeURIComponent(formId)
    const fetchForm = async (): Promise<Loaded> => {
      const whole = shared().embedded.get(formId)
      if (whole) return [whole.published, whole]
      // The larger one first.
      const arriving = chunk(base, main)
      return Promise.all([
        fetch(`${base}v1/public/forms/${id}`).then(
          (response) =>
            // Whatever else came is no form, and breaks where one is looked for.
            response.ok && response.json(),
        ),
        arriving,
      ])
    }
    const isInPage = mode === 'inline' || mode === 'page'
    const isAtOnce = isInPage && lazy === 'false' && !('options' in this)
    // All that needs nothing of the server is done while that is on its way.
    const loading = isAtOnce
      ? fetchForm()
      : chunk(base, aside).then((waits) => [undefined, waits] as const)
    try {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      const onBroken = (place = root) => {
        const link = document.createElement('a')
        link.href = `${base}f/${id}`
        link.append('Open on its own page')
        place.replaceChildren(link)
        return undefined
      }
      if (isInPage) reserve(root)
      this.#running = loading
        .then(([published, { start }]) =>
          this.isConnected
            ? start(this, { root, base, formId, load: fetchForm, onBroken, published })
            : undefined,
        )
        .catch(() => onBroken())
    } catch {
      void chunk(base, RESCUE_CHUNK)
    }
    try {
      // What a browser keeps takes long to read the first time.
      localStorage.key(0)
      sessionStorage.key(0)
    } catch {
      // Denied: then nothing is kept.
    }
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#tell('unmount')
      this.#running = undefined
    })
  }

  readonly open = () => this.#tell('open')
  readonly close = () => this.#tell('close')
  readonly toggle = () => this.#tell('toggle')
  readonly refresh = () => this.#tell('refresh')
  override readonly focus = () => this.#tell('focus')
  readonly unmount = () => this.remove()

  #tell(deed: keyof Instance) {
    void this.#running?.then((instance) => instance?.[deed]())
  }
}

/** Another script of ours may have defined the element before this one came. */
const shared = (): typeof BantamForm => Object(customElements.get(tag))

/** Keeps the place of the first question, so that nothing on the page moves when it arrives. */
const reserve = (root: ShadowRoot) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    ':host{min-height:var(--bantam-height,540px)!important;display:block!important}',
  )
  root.adoptedStyleSheets = [sheet]
}

const create =
  (mode: string) =>
  (form: string, options: CreateOptions = {}) => {
    const { base = ownBase(), container = document.body } = options
    const element = document.createElement(tag)
    Object.assign(element, { options })
    Object.assign(element.dataset, { base, form, mode })
    container.append(element)
    return element as FormElement
  }

/** Makes `api`, which may hold settings of the page, what a website calls. */
const equip = (api: Bantam) => {
  /** What the visitor did before anything may be sent. */
  const heard: unknown[][] = []
  return Object.assign(api, {
    load,
    push(...commands) {
      // One that throws is the page's own affair, and stops no other.
      for (const command of commands)
        queueMicrotask(() =>
          typeof command === 'function'
            ? command(api)
            : Object(api)[command[0]](...command.slice(1)),
        )
    },
    createPopup: create('popup'),
    createSlider: create('slider'),
    createSidetab: create('sidetab'),
    createPopover: create('popover'),
    createWidget: create('inline'),
    get: (form) =>
      [...document.querySelectorAll<FormElement>(tag)].find((element) => formOf(element) === form),
    track: (...event) => heard.push([Date.now(), location.href, ...event]),
    consent(choice) {
      void chunk(ownBase(), SIGNALS_CHUNK).then(({ openSignals }) =>
        openSignals(api, heard).consent(choice),
      )
    },
  } satisfies Bantam)
}

/** Throws where the page has broken what everything here rests on; elements show it when one is furnished. */
const check = () => {
  void Promise.all([])
  const one = JSON.parse(JSON.stringify([1]))
  if ([one].push.call(one, ...one.map(String), new Map()) !== 3) throw one
}

const run = () => {
  const isFirst = !customElements.get(tag)
  if (isFirst) Object.assign(BantamForm, { embedded: new Map(), chunks: new Map() })
  const ours = isFirst ? BantamForm : shared()
  for (const script of document.scripts) {
    const base = source.exec(script.src)?.[1]
    if (base && (document.currentScript ?? script) === script) ours.chunks.set(base, ownChunks)
  }
  if (EMBEDDED) ours.embedded.set(EMBEDDED.published.formId, EMBEDDED)
  // Starts the elements that the page holds already, from where the script came.
  if (isFirst) customElements.define(tag, BantamForm)
  load()
  if (isFirst) {
    const before = globalThis.bantam
    const waiting = Array.isArray(before) ? before.splice(0) : []
    const api = equip(Object(before))
    // The page may hold the name for itself: a form stands there all the same.
    Reflect.set(globalThis, 'bantam', api)
    api.push(...waiting)
  }
  addEventListener('DOMContentLoaded', load)
}

try {
  check()
  run()
} catch {
  void chunk(source.exec(Object(document.currentScript).src)?.[1], RESCUE_CHUNK)
}
