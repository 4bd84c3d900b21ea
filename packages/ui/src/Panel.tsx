import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface PanelProps {
  title?: ComponentChildren
  /** At the end of the title's line: a number, a button. */
  aside?: ComponentChildren
  children: ComponentChildren
}

/** A titled piece of a page, set apart by a hairline. */
export const Panel = ({ title, aside, children }: PanelProps) => {
  const id = useId()
  return (
    <section class="ui-panel" aria-labelledby={title === undefined ? undefined : id}>
      {title === undefined ? null : (
        <header class="ui-panel-head">
          <h2 id={id}>{title}</h2>
          {aside}
        </header>
      )}
      <div class="ui-panel-body">{children}</div>
    </section>
  )
}
