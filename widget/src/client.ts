import type { Bantam, Consent, CreateOptions } from './api.ts'
import type { Instance } from './options.ts'

/** As in the API on the page, and where the forms come from. */
export interface ClientOptions extends CreateOptions {
  /** The Bantam server, with a slash at its end: its script is loaded once, when the first form needs it. */
  readonly base: string
}

/** Puts a form on the page; may be called before the script has come, and called off. */
export type ClientCreate = (formId: string, options: ClientOptions) => Instance

type Creator = keyof Bantam & `create${string}`

const create =
  (creator: Creator): ClientCreate =>
  (formId, options) => {
    let form: Instance | undefined
    loadScript(options.base)
    push((bantam) => (form = bantam[creator](formId, options)))
    const tell = (deed: keyof Instance) => () => push(() => form?.[deed]())
    return {
      open: tell('open'),
      close: tell('close'),
      toggle: tell('toggle'),
      refresh: tell('refresh'),
      focus: tell('focus'),
      unmount: tell('unmount'),
    }
  }

export const createWidget = create('createWidget')
export const createPopup = create('createPopup')
export const createSlider = create('createSlider')
export const createSidetab = create('createSidetab')
export const createPopover = create('createPopover')

/** Notes that the visitor did something: sent only once they have consented to signals. */
export const track = (name: string, data?: { readonly [name: string]: unknown }): void =>
  push((bantam) => bantam.track(name, data))

/** Says what the visitor has decided; on every page anew. */
export const consent = (choice: Consent): void => push((bantam) => bantam.consent(choice))

type Task = (bantam: Bantam) => unknown

/** The queue that the script works off, and that it puts its API in the place of. */
const push = (task: Task) => {
  const there: unknown = Reflect.get(globalThis, 'bantam')
  const queue = Object(there ?? [])
  if (there === undefined) Reflect.set(globalThis, 'bantam', queue)
  queue.push(task)
}

const loadScript = (base: string) => {
  const src = `${base}widget.js`
  if ([...document.scripts].some((script) => script.src === src)) return
  const script = document.createElement('script')
  // Anonymous, as all that the script asks for: the same connection can bring that.
  document.head.append(Object.assign(script, { src, async: true, crossOrigin: 'anonymous' }))
}
