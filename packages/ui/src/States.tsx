import type { ComponentChildren } from 'preact'
import { Button } from './Button.tsx'

export interface EmptyStateProps {
  title: string
  /** What will fill this place, or what to do. */
  text?: ComponentChildren
  icon?: ComponentChildren
  action?: ComponentChildren
}

export const EmptyState = ({ title, text, icon, action }: EmptyStateProps) => (
  <div class="ui-state">
    {icon === undefined ? null : <div class="ui-state-icon">{icon}</div>}
    <h2>{title}</h2>
    {text === undefined ? null : <p>{text}</p>}
    {action}
  </div>
)

export interface ErrorStateProps {
  /** What happened. */
  title: string
  /** What it means and what to do. */
  text: ComponentChildren
  onRetry?: (() => void) | undefined
}

export const ErrorState = ({ title, text, onRetry }: ErrorStateProps) => (
  <div class="ui-state" role="alert">
    <h2>{title}</h2>
    <p>{text}</p>
    {onRetry === undefined ? null : <Button onClick={onRetry}>Try again</Button>}
  </div>
)

/** Grey lines where text will be; says "Loading" once to those who cannot see them. */
export const Skeleton = ({ rows, label = 'Loading' }: { rows: number; label?: string }) => (
  <div class="ui-skeleton" role="status" aria-label={label}>
    {Array.from({ length: rows }, (_, index) => (
      <div key={index} class="ui-skeleton-row" aria-hidden="true">
        <i />
        <i />
      </div>
    ))}
  </div>
)

export interface BannerProps {
  tone?: 'neutral' | 'warning' | undefined
  icon?: ComponentChildren
  children: ComponentChildren
}

/** One line over the page about the page as a whole. */
export const Banner = ({ tone = 'neutral', icon, children }: BannerProps) => (
  <div class="ui-banner" data-tone={tone} role="status">
    {icon}
    <span>{children}</span>
  </div>
)
