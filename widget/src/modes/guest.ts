import type { Instance, Options } from '../options.ts'

/**
 * What the loader hands to the chunk of the modes: a form that does not stand in the page from the start. Nothing of
 * the form itself is loaded before `prepare` or `begin` is called.
 */
export interface Guest {
  /** The element on the page; its shadow root, in which the mode draws its button and its panel. */
  readonly element: HTMLElement
  readonly root: ShadowRoot
  readonly formId: string
  readonly options: Options
  /** Aborted when the element leaves the page for good: nothing of the mode stays behind. */
  readonly signal: AbortSignal
  /** Fetches the form's chunk and definition ahead of its use; as often as one likes. */
  prepare(): void
  /**
   * Draws the form in a root of its own inside the panel, once, when it is first opened: as `start` does, with the
   * events on `element`. When the form cannot be loaded, a link stands in the root instead.
   */
  begin(root: ShadowRoot): Promise<Begun>
  /** Leaves a link to the form's own page in a root. */
  leaveLink(root: ShadowRoot): void
  /** Tells the page that the form was closed. */
  tell(happening: 'close'): void
}

export interface Begun extends Pick<Instance, 'focus' | 'refresh'> {
  /** The form's title, as it is read. */
  readonly title?: string | undefined
  /** What the form is read in, which the visitor or the website has chosen among its languages. */
  readonly language?: string | undefined
}

/** What the chunk exports as `enterMode`. */
export type EnterMode = (guest: Guest) => Pick<Instance, 'open' | 'close' | 'toggle'>
