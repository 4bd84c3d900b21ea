/**
 * Every option of a form on a page: its name in the JS API and how the text of its attribute reads. The attribute is
 * `data-` and the name in kebab case (`openValue`: `data-open-value`); what cannot be read counts as not given.
 */
const readers = {
  /** How the form stands on the page. */
  mode: oneOf('inline', 'popup', 'slider', 'sidetab', 'popover', 'page'),
  face: oneOf('card', 'chat'),
  /** A BCP 47 tag for the widget's words and the form's texts. */
  language: words,
  /** Declared hidden fields: `data-hidden-NAME`. */
  hidden: named,
  /** Which hidden fields may come from the page's query: all that are declared unless told. */
  transitiveSearchParams: listOrFlag,

  /** What opens a form that is not on the page from the start; a click on its button always does. */
  open: oneOf('load', 'time', 'scroll', 'exit'),
  /** For `time` milliseconds, for `scroll` percent of the page, for `exit` the distance from the top in pixels. */
  openValue: amount,
  /** Milliseconds after sending until it closes by itself. */
  autoClose: amount,
  preventReopenOnClose: flag,
  /** Opens by itself only while no other form of the page is open (`all`) or the same form (`same`). */
  respectOpenModals: oneOf('all', 'same'),
  /** For how many days the dot on the button stays away after the form was opened. */
  notificationDays: amount,
  /** Whether answers of a form that was closed are there when it is opened again. */
  keepSession: flag,
  position: oneOf('left', 'right'),
  width: amount,
  height: amount,
  buttonText: words,
  tooltip: words,

  /** Loads an inline form only when it comes near the screen. */
  lazy: flag,
  autoFocus: flag,
  /** Sends to the server for a look only: nothing is stored and nobody is told. */
  sandbox: flag,
  enableSandbox: flag,
  /** Keeps the visitor's token on the browser before they have agreed to anything. */
  remember: flag,
  /** Name of the array on `window` that hears of each event, `dataLayer` when empty. */
  dataLayer: words,
  /** Server that serves the form, with a slash at its end; where the script came from unless told. */
  base: words,
} as const satisfies { readonly [name: string]: Reader<unknown> }

/** An option that an attribute can say. */
export type OptionName = keyof typeof readers

/** What a website asks of a form. */
export type Options = {
  readonly [name in OptionName]?: Exclude<ReturnType<(typeof readers)[name]>, undefined> | undefined
}

/** What each callback of the JS API hears; the DOM event of the same name has it as its detail. */
export interface EventDetails {
  readonly ready: Happening
  readonly started: Happening
  readonly 'question-changed': Happening & { readonly ref: string }
  readonly submit: Happening & { readonly responseId: string }
  readonly 'ending-button-click': Happening & { readonly ref: string }
  readonly close: Happening
  readonly 'height-changed': Happening & {
    readonly height: number
    readonly ref: string | undefined
  }
}

/** A question or ending is named by its id (`ref`), a submission by its id (`responseId`). */
export interface Happening {
  readonly formId: string
}

/** `onQuestionChanged` for `question-changed`. */
export type Callbacks = {
  readonly [name in keyof EventDetails as `on${Pascal<name>}`]?: (
    detail: EventDetails[name],
  ) => void
}

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>

/** What a website can do with a form on its page; on an inline one opening and closing do nothing. */
export interface Instance {
  open(): void
  close(): void
  toggle(): void
  /** Begins the form anew. */
  refresh(): void
  focus(): void
  /** Takes it off the page; nothing stays behind. */
  unmount(): void
}

/** Says in attributes what a call gave: values by name, as text, and what is within an object under both names. */
export const writeOptions = (element: HTMLElement, given: unknown): void => {
  for (const [name, value] of Object.entries<unknown>(Object(given))) {
    if (value === undefined) continue
    if (Array.isArray(value)) element.dataset[name] = value.join()
    else if (Object(value) !== value) element.dataset[name] = String(value)
    else if (typeof value === 'object' && !(value instanceof Element))
      for (const [part, text] of Object.entries(Object(value)))
        element.setAttribute(`data-${name}-${part}`, String(text))
  }
}

/** All that the attributes of an element say. */
export const readOptions = (element: HTMLElement): Options =>
  Object.fromEntries(
    optionNames.map((name) => [name, readers[name](element.dataset[name], { element, name })]),
  )

export const optionNames = Object.keys(readers) as readonly OptionName[]

type Reader<T> = (
  given: string | undefined,
  place: { readonly element: HTMLElement; readonly name: string },
) => T | undefined

function words(given: string | undefined) {
  return given
}

function flag(given: string | undefined) {
  return given === undefined ? undefined : given !== 'false'
}

function amount(given: string | undefined) {
  const number = Number.parseFloat(given ?? '')
  return number >= 0 ? number : undefined
}

function oneOf<const T extends string>(...values: readonly T[]) {
  return (given: string | undefined) => values.find((value) => value === given)
}

/** `true`, `false` or names between commas. */
function listOrFlag(given: string | undefined): boolean | readonly string[] | undefined {
  if (given === undefined || given === '' || given === 'true')
    return given === undefined ? given : true
  return given !== 'false' && given.split(',').map((name) => name.trim())
}

/** Values by the rest of the attribute's name. */
function named(
  _given: string | undefined,
  { element, name }: { readonly element: HTMLElement; readonly name: string },
): { readonly [name: string]: string } | undefined {
  const start = `data-${name}-`
  const found = [...element.attributes].filter((attribute) => attribute.name.startsWith(start))
  return found.length > 0
    ? Object.fromEntries(found.map(({ name: full, value }) => [full.slice(start.length), value]))
    : undefined
}
