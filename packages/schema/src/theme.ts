import { z } from 'zod'

/** How a form looks; what is absent is the product's own. Other names are kept and mean nothing. */
export const Theme = z.looseObject({
  /** The one brand colour, as #rgb or #rrggbb. Everything coloured is made of it, readable on light and dark. */
  accent: z
    .string()
    .regex(/^#([\da-f]{3}|[\da-f]{6})$/i, { error: 'must be a colour like #1a7f5c' })
    .optional(),
  /** `auto` follows the visitor's device. */
  mode: z.enum(['light', 'dark', 'auto']).optional(),
  /** `host` is the font of the page that the form stands on. */
  font: z.enum(['host', 'system']).optional(),
  /** Of corners, in pixels. */
  radius: z.int().min(0).max(24).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  /** One question per screen, or a transcript. */
  face: z.enum(['card', 'chat']).optional(),
})
export type Theme = z.infer<typeof Theme>
