import { z } from 'zod'
import { common } from '../question.ts'

/** What a file's own bytes may show it to be; its name is not believed. */
export const FileType = z.enum(['pdf', 'image', 'document', 'spreadsheet', 'presentation', 'text'])
export type FileType = z.infer<typeof FileType>

/** Takes one file, uploaded before the submission and answered by its upload id. */
export const FileQuestion = z.strictObject({
  ...common,
  kind: z.literal('file'),
  validation: z
    .strictObject({
      /** Types taken; all when absent. */
      types: z.array(FileType).min(1).optional(),
      /** Largest size in bytes, 10 MiB when absent. */
      maxBytes: z
        .int()
        .min(1)
        .max(25 * 1024 * 1024)
        .optional(),
    })
    .optional(),
})
