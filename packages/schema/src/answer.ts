import { z } from 'zod'

/** What an accepted answer holds: see the contract's table of values by kind. */
export type AnswerValue =
  | string
  | number
  | boolean
  | readonly (string | { readonly other: string })[]
  | { readonly other: string }
  | { readonly [part: string]: string }

/** One given answer. `value: null` says that the visitor skipped an optional question. */
export const GivenAnswer = z.object({ questionId: z.string().max(100), value: z.unknown() })
export type GivenAnswer = z.infer<typeof GivenAnswer>

export const GivenAnswers = z.array(GivenAnswer).max(2000)

export const Hidden = z.record(z.string().max(100), z.string().max(2048))
export type Hidden = z.infer<typeof Hidden>

export const Page = z.object({
  url: z.string().max(4096),
  referrer: z.string().max(4096).optional(),
  title: z.string().max(500).optional(),
})
export type Page = z.infer<typeof Page>

export const ConsentGiven = z.object({
  purpose: z.string().max(100),
  granted: z.boolean(),
  textVersion: z.string().max(100),
  /** Language that the text was read in, as a BCP 47 tag. */
  language: z.string().max(35).optional(),
})
export type ConsentGiven = z.infer<typeof ConsentGiven>
