import { z } from 'zod'
import { Choice, common, withChoices } from '../question.ts'

/** A single choice shown as pictures; `image` is a web address, `alt` says what it shows where the label does not. */
export const PictureChoice = z.strictObject({
  ...common,
  ...withChoices,
  kind: z.literal('picture-choice'),
  choices: z
    .array(
      Choice.extend({
        image: z.url({ protocol: /^https?$/ }).optional(),
        alt: z.string().max(500).optional(),
      }),
    )
    .min(1)
    .max(100),
  validation: z.strictObject({}).optional(),
})
