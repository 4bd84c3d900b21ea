import type { ComponentChildren } from 'preact'
import { Mark } from './Mark.tsx'

export interface AppSection {
  id: string
  label: string
  href: string
  icon: ComponentChildren
  isCurrent: boolean
  /** A number worth seeing from elsewhere, such as leads waiting. */
  badge?: number | undefined
}

export interface AppShellProps {
  /** Where the mark leads. */
  home: { href: string; label: string }
  sections: readonly AppSection[]
  /** Theme, account: the end of the rail. */
  foot?: ComponentChildren
  /** One line over everything, such as "You are offline". */
  banner?: ComponentChildren
  children: ComponentChildren
}

/** The frame of an app: a rail of places at the start on a desk, a bar at the bottom on a phone. */
export const AppShell = ({ home, sections, foot, banner, children }: AppShellProps) => (
  <div class="ui-shell">
    <nav class="ui-rail" aria-label="Main">
      <a class="ui-rail-home" href={home.href} aria-label={home.label} title={home.label}>
        <Mark size={26} />
      </a>
      <ul>
        {sections.map((section) => (
          <li key={section.id}>
            <a
              class="ui-rail-link"
              href={section.href}
              aria-current={section.isCurrent ? 'page' : undefined}
            >
              {section.icon}
              <span>{section.label}</span>
              {section.badge === undefined || section.badge === 0 ? null : (
                <b class="ui-rail-badge">{section.badge > 99 ? '99+' : section.badge}</b>
              )}
            </a>
          </li>
        ))}
      </ul>
      {foot === undefined ? null : <div class="ui-rail-foot">{foot}</div>}
    </nav>
    <div class="ui-shell-body">
      {banner}
      <main class="ui-main">{children}</main>
    </div>
  </div>
)
