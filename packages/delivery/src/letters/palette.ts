/**
 * What a mail is painted with. Mail programs know no variables, so each tone is written into the element and its dark
 * form into one style sheet, for the programs that read one. Values are steps of Radix Colors.
 */
const tones = {
  page: { 'background-color': ['#f0f0f3', '#111113'] },
  card: { 'background-color': ['#ffffff', '#18191b'] },
  panel: { 'background-color': ['#f9f9fb', '#212225'] },
  ink: { color: ['#1c2024', '#edeef0'] },
  soft: { color: ['#60646c', '#b0b4ba'] },
  line: { 'border-color': ['#d9d9e0', '#363a3f'] },
  track: { 'background-color': ['#e8e8ec', '#363a3f'] },
  fit: { 'background-color': ['#60646c', '#b0b4ba'] },
  intent: { 'background-color': ['#e5484d', '#e5484d'] },
  button: { 'background-color': ['#ce2c31', '#ce2c31'], color: ['#ffffff', '#ffffff'] },
  sales: { 'background-color': ['#feebe7', '#391714'], color: ['#d13415', '#ff977d'] },
  prospecting: { 'background-color': ['#fff7c2', '#302008'], color: ['#ab6400', '#ffca16'] },
  nurture: { 'background-color': ['#e0f8f3', '#0d2d2a'], color: ['#008573', '#0bd8b6'] },
  disqualified: { 'background-color': ['#f0f0f3', '#212225'], color: ['#60646c', '#b0b4ba'] },
} as const

type Style = { readonly [property: string]: string }

type Tone = keyof typeof tones

/** Classes for the dark form and the inline style of the light one, with more styling to go beside it. */
export const painted = (tone: Tone | readonly [Tone, Tone], style: Style = {}) => {
  const names: readonly Tone[] = typeof tone === 'string' ? [tone] : tone
  const light = names.flatMap((name) =>
    Object.entries(tones[name]).map(([property, [value]]) => [property, value]),
  )
  return {
    class: names.map((name) => `t-${name}`).join(' '),
    style: { ...Object.fromEntries(light), ...style },
  }
}

/** Nothing in it needs escaping: it is written as text. */
export const styleSheet = (): string => {
  const dark = Object.entries(tones).map(([tone, properties]) => {
    const declarations = Object.entries(properties).map(
      ([property, [, value]]) => `${property}:${value} !important`,
    )
    return `.t-${tone}{${declarations.join(';')}}`
  })
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    `@media (prefers-color-scheme:dark){${dark.join('')}}`,
    '@media (max-width:520px){.gutter{padding:12px 8px !important}.inner{padding:20px !important}.title{font-size:22px !important;line-height:28px !important}.wide{width:100% !important}}',
  ].join('')
}

export const font =
  "Inter, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
