import type { ComponentChildren } from 'preact'

export const Kbd = ({ children }: { children: ComponentChildren }) => (
  <kbd class="ui-kbd">{children}</kbd>
)
