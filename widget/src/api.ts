import type { Callbacks, Instance, Options } from './options.ts'

declare global {
  var bantam: Bantam | Command[] | undefined
}

/** `window.bantam`, once the script has run; an array of commands before. */
export interface Bantam {
  /** Puts a form after each snippet that has none yet: call it when the page has new content. */
  load(): void
  /** Runs commands in their order: `['track', 'demo-watched']`, or a function that is given this API. */
  push(...commands: readonly Command[]): void
  createWidget: Create
  createPopup: Create
  createSlider: Create
  createSidetab: Create
  createPopover: Create
  /** The first form of this id on the page. */
  get(formId: string): FormElement | undefined
  /** Notes that the visitor did something: sent only once they have consented to signals. */
  track(name: string, data?: { readonly [name: string]: unknown }): void
  /** What the visitor has decided: said on every page; taking it back forgets who they are. */
  consent(choice: Consent): void
}

export interface Consent {
  readonly signals: boolean
}

/** Puts a form on the page, at the end of `container` or of the page's body. */
export type Create = (formId: string, options?: CreateOptions) => FormElement

export interface CreateOptions extends Options, Callbacks {
  readonly container?: Element
  /** The parts of a look of its own, `{ accent: '#0a7' }`, or which of its own two looks. */
  readonly theme?: 'light' | 'dark' | { readonly [name: string]: string }
}

/** A form on the page is an element that can be told what to do. */
export type FormElement = HTMLElement & Instance

export type Command =
  | ((bantam: Bantam) => void)
  | { [name in Deed]: readonly [name, ...Parameters<Bantam[name]>] }[Deed]

type Deed = Exclude<keyof Bantam, 'push'>
