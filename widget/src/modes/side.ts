export type Side = 'left' | 'right'

/** The edge that was asked for, else the one where lines of the page end. */
export const sideOf = (element: HTMLElement, asked: Side | undefined): Side =>
  asked ?? (getComputedStyle(element).direction === 'rtl' ? 'left' : 'right')
