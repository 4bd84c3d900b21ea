import type { ButtonHTMLAttributes, ComponentChildren } from 'preact'
import { Kbd } from './Kbd.tsx'

interface ButtonLook {
  /** One primary per screen; `quiet` has no border; `danger` names something hard to take back. */
  tone?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined
  size?: 'small' | 'medium' | undefined
}

export interface ButtonProps extends Omit<ButtonHTMLAttributes, 'size' | 'icon'>, ButtonLook {
  icon?: ComponentChildren
  /** The key that does the same; shown where there is a keyboard. */
  shortcut?: string | undefined
  isBusy?: boolean | undefined
}

export const Button = ({
  tone = 'plain',
  size = 'medium',
  icon,
  shortcut,
  isBusy = false,
  children,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    class={classes('ui-button', rest.class)}
    data-tone={tone}
    data-size={size}
    aria-busy={isBusy}
    disabled={rest.disabled === true || isBusy}
  >
    {icon}
    {children}
    {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
  </button>
)

export interface IconButtonProps
  extends Omit<ButtonHTMLAttributes, 'size' | 'icon' | 'label'>, ButtonLook {
  /** Said by screen readers and shown on hover: an icon alone names nothing. */
  label: string
  icon: ComponentChildren
}

export const IconButton = ({
  tone = 'quiet',
  size = 'medium',
  label,
  icon,
  ...rest
}: IconButtonProps) => (
  <button
    type="button"
    {...rest}
    class={classes('ui-button', rest.class)}
    data-tone={tone}
    data-size={size}
    data-shape="square"
    aria-label={label}
    title={rest.title ?? label}
  >
    {icon}
  </button>
)

export interface LinkButtonProps extends ButtonLook {
  href: string
  icon?: ComponentChildren
  children: ComponentChildren
  /** Opens beside this page. */
  isElsewhere?: boolean | undefined
}

/** Looks like a button, goes like a link. */
export const LinkButton = ({
  tone = 'plain',
  size = 'medium',
  href,
  icon,
  children,
  isElsewhere = false,
}: LinkButtonProps) => (
  <a
    class="ui-button"
    href={href}
    data-tone={tone}
    data-size={size}
    {...(isElsewhere ? { target: '_blank', rel: 'noreferrer' } : {})}
  >
    {icon}
    {children}
  </a>
)

const classes = (own: string, given: unknown) =>
  typeof given === 'string' ? `${own} ${given}` : own
