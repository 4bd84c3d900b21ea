import type { ComponentChildren } from 'preact'

/** Makes of what JSX says something that can be drawn. */
type Maker = (type: unknown, props: object, key?: unknown) => unknown

/**
 * What JSX says, for whoever draws it before Preact has come. Preact takes only what it made itself: an element is made
 * where it is drawn, and none is kept from before.
 */
let make: Maker = (type, props, key) => ({ type, props, key })

/** From now on elements are what `maker` makes: Preact's own, once it is here. */
export const makeWith = (maker: Maker): void => {
  make = maker
}

// What the compiler makes of JSX in the chunks calls these, so that the first of them can do without Preact.
export const jsx: Maker = (type, props, key) => make(type, props, key)
export { jsx as jsxs }
export const Fragment = ({ children }: { children?: ComponentChildren }) => children
