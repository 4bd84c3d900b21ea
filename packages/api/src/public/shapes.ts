import { ConsentGiven, Hidden, Page } from '@bantam/schema'
import { z } from '@hono/zod-openapi'

const Answers = z
  .array(z.object({ questionId: z.string().max(100), value: z.unknown() }))
  .max(2000)
  .openapi({ description: 'One entry per answered question; `value: null` is a skipped one.' })

const token = z.string().max(200)

export const ConversationBody = z
  .object({
    visitor: token.optional(),
    page: Page.optional(),
    hidden: Hidden.optional(),
    consent: z.array(ConsentGiven).max(50).optional(),
    seq: z.int().min(0).optional(),
    answers: Answers.optional().openapi({
      description: 'What has been answered by then, as in a save of it under `seq`.',
    }),
  })
  .openapi('StartConversation')

export const PartialBody = z
  .object({ seq: z.int().min(0), answers: Answers })
  .openapi('PartialAnswers')

export const SubmissionBody = z
  .object({
    version: z.int().min(1),
    answers: Answers,
    language: z.string().max(35).optional().openapi({
      description:
        'The one of the form’s languages that it was read in: the ending is told in it. The form’s own when absent.',
    }),
    hidden: Hidden.optional(),
    page: Page.optional(),
    visitor: token.optional(),
    conversationId: z.string().max(200).optional(),
    consent: z.array(ConsentGiven).max(50).optional(),
    sandbox: z.boolean().optional().openapi({
      description: 'Answered as it would be; nothing is stored and nobody is told.',
    }),
    elapsed: z.number().min(0).optional().openapi({
      description:
        'Milliseconds from the form’s appearance to its sending. Below 1500 a proof of work is asked for; leave it out where nobody waits for a form.',
    }),
    trap: z.string().max(1000).optional().openapi({
      description:
        'What stands in a field that people do not see. Anything but nothing is a program’s: answered with 201, kept nowhere.',
    }),
  })
  .openapi('Submission')
export type SubmissionBody = z.infer<typeof SubmissionBody>

export const SignalsBody = z
  .object({
    visitor: token.optional(),
    formId: z.string().max(100).optional().openapi({
      description: 'Any published form of the workspace whose website this is.',
    }),
    signals: z
      .array(
        z.object({
          id: z.string().min(1).max(100),
          name: z.string().min(1).max(100),
          at: z.iso.datetime({ offset: true }).optional(),
          url: z.string().max(4096).optional(),
          data: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .max(100),
  })
  .openapi('Signals')

/** The token is there when none was sent: what these signals are kept under. */
export const SignalsHeard = z.object({ visitor: z.string().optional() }).openapi('SignalsHeard')

export const Receipt = z
  .object({
    submissionId: z.string(),
    ending: z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      body: z.string().optional(),
      url: z.string().optional(),
    }),
  })
  .openapi('Receipt')

export const PublicForm = z
  .object({
    formId: z.string(),
    version: z.int(),
    definition: z.record(z.string(), z.unknown()),
    languages: z.record(z.string(), z.unknown()).optional().openapi({
      description: 'By language: the first question, and what the widget says around it.',
    }),
  })
  .openapi('PublicForm')

/** The parameters and signature are ALTCHA's own. */
export const Challenge = z
  .object({
    parameters: z.record(z.string(), z.unknown()),
    signature: z.string(),
  })
  .openapi('Challenge')

/** What is told of the answers so far. */
const heard = {
  skip: z.array(z.string()).openapi({ description: 'Questions that need no answer.' }),
  errors: z
    .array(
      z.object({
        path: z.string(),
        code: z.string(),
        message: z.string(),
        part: z.string().optional(),
      }),
    )
    .optional()
    .openapi({ description: 'What the submission of these answers would be refused for.' }),
}

export const Conversation = z
  .object({
    conversationId: z.string(),
    visitor: z.string(),
    version: z.int(),
    ...heard,
    asksProof: z.literal(true).optional().openapi({
      description: 'The submission will need a proof of work: begin while the visitor answers.',
    }),
    definition: z.record(z.string(), z.unknown()).optional().openapi({
      description:
        'What is left to ask, when this visitor has answered some of it before: run this in place of the published form.',
    }),
  })
  .openapi('Conversation')

/** `uploadId` is the answer to the question. */
export const Upload = z.object({ uploadId: z.string() }).openapi('Upload')

export const Saved = z.object(heard).openapi('SavedAnswers')
