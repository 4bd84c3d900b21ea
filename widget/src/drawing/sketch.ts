import type { ComponentChild, VNode } from 'preact'

type Props = { readonly [name: string]: unknown }

/**
 * Draws the first question while Preact is still on its way: the elements that the components speak of, as Preact would
 * make them. Drawn again, the same elements take what has changed: while one question is asked, none comes or goes. What
 * the visitor does is heard until `signal`, when Preact takes the elements over.
 */
export const createSketch = (stage: Element, signal: AbortSignal) => {
  const drawn: { readonly element: Element; props: Props }[] = []
  return (said: ComponentChild): void => {
    const isFirst = !drawn[0]
    let at = 0

    const put = (one: unknown, parent: Element): void => {
      if (one === undefined || one === null || typeof one === 'boolean') return
      if (Array.isArray(one)) return one.forEach((each) => put(each, parent))
      const { type, props }: VNode<Props> = Object(one)
      if (typeof type === 'function') return put(Reflect.apply(type, undefined, [props]), parent)
      if (type === undefined) {
        if (isFirst) parent.append(String(one))
        return
      }
      const known = (drawn[at++] ??= { element: document.createElement(type), props })
      known.props = props
      dress(known)
      put(props['children'], known.element)
      if (isFirst) parent.append(known.element)
    }

    const dress = (known: { readonly element: Element; props: Props }) => {
      const { element, props } = known
      for (const [name, value] of Object.entries(props)) {
        const isAttribute = name !== 'children' && value !== undefined
        if (name.startsWith('on')) {
          const hear = (event: Event) => Reflect.apply(Object(known.props[name]), element, [event])
          if (isFirst) element.addEventListener(name.slice(2).toLowerCase(), hear, { signal })
        } else if (!isFirst && (name === 'value' || name === 'checked')) {
          if (Reflect.get(element, name) !== value) Reflect.set(element, name, value)
        } else if (isFirst && isAttribute && (value !== false || name[4] === '-'))
          element.setAttribute(name, value === true && name[4] !== '-' ? '' : String(value))
      }
    }

    put(said, stage)
  }
}
