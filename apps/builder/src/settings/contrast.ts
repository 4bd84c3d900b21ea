/** Relative luminance of a colour as #rgb or #rrggbb, from 0 to 1, as WCAG 2.2 defines it. */
const luminanceOf = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channelsOf(longHex(colour)).map((channel) =>
    channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** What the widget writes on a colour, and how well it is read there (1 to 21; WCAG asks for 4.5). */
export const inkOn = (colour: string): { ink: 'black' | 'white'; ratio: number } => {
  const luminance = luminanceOf(colour)
  return luminance < 0.179
    ? { ink: 'white', ratio: 1.05 / (luminance + 0.05) }
    : { ink: 'black', ratio: (luminance + 0.05) / 0.05 }
}

/** `#c41` → `#cc4411`, as the system's colour picker wants it. */
export const longHex = (colour: string): string =>
  colour.length === 4 ? `#${colour.slice(1).replaceAll(/./g, '$&$&')}` : colour

const channelsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
