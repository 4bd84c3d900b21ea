import type { Form, Question } from '@bantam/schema'
import type { Instance } from './options.ts'
import type { FirstWords } from './speech.ts'

/** What the public API answers for a form. */
export interface Published {
  readonly formId: string
  readonly version: number
  readonly definition: Form
  /** How the form begins in each of its languages; absent when it is English alone. */
  readonly languages?: { readonly [language: string]: Beginning }
}

/** The first question where it is translated, and the words around it where they are not English. */
export interface Beginning {
  readonly question?: Question
  readonly words?: FirstWords
}

/** Where the loader puts a form, and what it has for the chunk that goes on. */
export interface Place {
  readonly root: ShadowRoot
  /** The server, with a slash at its end. */
  readonly base: string
  readonly formId: string
  /** Fetches the form and its first chunk. */
  load(): Promise<Loaded>
  /** Leaves a link to the form's own page, in `root` unless told. */
  onBroken(root?: ShadowRoot): void
}

export type Loaded = readonly [Published, Chunk]

export interface Running extends Instance {
  /** Tells the page that a form was closed. */
  tellClosed(): void
}

/** What goes on with a form once it is loaded. */
export interface Chunk {
  start(element: HTMLElement, place: Place & { readonly published: Published }): Running
}
