import type { Theme } from '@bantam/schema'

/**
 * The style of a form's own look, and of what the attributes of its element say of it. A page's custom properties stand
 * above both.
 */
export const lookOf = (theme: Theme = {}, given: DOMStringMap = {}): string => {
  const {
    themeAccent: accent = theme.accent,
    themeRadius: radius = theme.radius,
    themeFont: font = theme.font,
    themeDensity: density = theme.density,
  } = given
  const { mode = 'auto' } = theme
  return `:host{${[
    accent && `--look-accent:${accent}`,
    radius !== undefined && `--look-radius:${radius}px`,
    font === 'system' && '--look-font:system-ui,sans-serif',
    density === 'compact' && '--look-row:44px;--look-gap:4px;--look-pad:8px',
    // Less than what data-theme says in the frame's own style.
    mode !== 'auto' && `color-scheme:${mode}!important`,
  ]
    .filter(Boolean)
    .join(';')}}`
}
