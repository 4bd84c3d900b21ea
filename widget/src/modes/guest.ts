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
   * Draws the form in a root of its own inside the panel, once, when it is first opened. `onEnded` is called when the
   * ending is on the screen. When the form cannot be loaded, a link stands in the root instead.
   */
  begin(root: ShadowRoot, watch: { onEnded(): void }): Promise<Pick<Instance, 'focus' | 'refresh'>>
  /** Tells the page that the form was opened or closed. */
  tell(happening: 'open' | 'close'): void
}

/** What the chunk exports as `enterMode`. */
export type EnterMode = (guest: Guest) => Pick<Instance, 'open' | 'close' | 'toggle'>
