import { z, type OpenAPIHono } from '@hono/zod-openapi'
import {
  Challenge,
  Conversation,
  ConversationBody,
  PartialBody,
  PublicForm,
  Receipt,
  Saved,
  SignalsBody,
  SignalsHeard,
  SubmissionBody,
  Upload,
} from './shapes.ts'

type Registry = OpenAPIHono['openAPIRegistry']

/** What the document says of the visitors' routes; the handlers parse with the same shapes. */
export const declarePublic = (registry: Registry): void => {
  const tags = ['Visitors']
  const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })
  const answer = (description: string, schema: z.ZodType) => ({ description, ...json(schema) })
  const problem = (description: string) => ({
    description,
    content: {
      'application/problem+json': { schema: z.object({ code: z.string(), detail: z.string() }) },
    },
  })
  const formId = z.object({ formId: z.string() })
  const refusals = {
    403: problem('The page’s origin is not on the form’s list'),
    404: problem('No such published form'),
    429: problem('Too many requests; see Retry-After'),
  }

  registry.registerPath({
    method: 'get',
    path: '/v1/public/forms/{formId}',
    operationId: 'getPublicForm',
    summary: 'The published form as a browser may see it',
    tags,
    request: { params: formId, query: z.object({ version: z.string().optional() }) },
    responses: {
      200: answer('The form', PublicForm),
      304: { description: 'Unchanged' },
      ...refusals,
    },
  })
  registry.registerPath({
    method: 'post',
    path: '/v1/public/forms/{formId}/conversations',
    operationId: 'startConversation',
    summary: 'Start a conversation',
    tags,
    request: { params: formId, body: json(ConversationBody) },
    responses: { 201: answer('Started', Conversation), 400: problem('Wrong shape'), ...refusals },
  })
  registry.registerPath({
    method: 'put',
    path: '/v1/public/conversations/{id}',
    operationId: 'savePartialAnswers',
    summary: 'Keep the whole list of answers so far',
    tags,
    request: { params: z.object({ id: z.string() }), body: json(PartialBody) },
    responses: {
      200: answer('Kept', Saved),
      404: refusals[404],
      409: problem('Already submitted'),
    },
  })
  registry.registerPath({
    method: 'post',
    path: '/v1/public/forms/{formId}/submissions',
    operationId: 'submit',
    summary: 'Submit a finished conversation, once',
    tags,
    request: {
      params: formId,
      headers: z.object({
        'Idempotency-Key': z.string().min(1).max(255),
        'Bantam-Proof': z.string().optional().openapi({
          description: 'ALTCHA’s payload (base64 of JSON), where a proof of work is needed.',
        }),
      }),
      body: json(SubmissionBody),
    },
    responses: {
      201: answer('Accepted and on disk', Receipt),
      200: {
        ...answer('Accepted before; the same receipt', Receipt),
        headers: z.object({
          'Bantam-Answers': z.literal('other').optional().openapi({
            description:
              'The conversation was submitted under another key with other answers, and these are not kept. Submit without conversationId to keep them.',
          }),
        }),
      },
      400: problem('Not JSON, wrong shape or no Idempotency-Key'),
      413: problem('Over 64 KiB'),
      422: problem(
        'Answers refused, unknown version, key used for another body, forbidden text, or a proof of work wanted (proof-required, proof-invalid)',
      ),
      503: problem('Overloaded; see Retry-After'),
      ...refusals,
    },
  })
  registry.registerPath({
    method: 'get',
    path: '/v1/public/forms/{formId}/challenge',
    operationId: 'getChallenge',
    summary: 'Work to prove before one submission: an ALTCHA challenge, good for an hour',
    tags,
    request: {
      params: formId,
      query: z.object({
        key: z.string().min(1).max(255).openapi({
          description: 'The Idempotency-Key that the submission will have.',
        }),
      }),
    },
    responses: { 200: answer('The challenge', Challenge), 400: problem('No key'), ...refusals },
  })
  const file = z.string().openapi({ format: 'binary' })
  registry.registerPath({
    method: 'post',
    path: '/v1/public/forms/{formId}/uploads',
    operationId: 'upload',
    summary: 'Upload the file that a file question is answered with',
    tags,
    request: {
      params: formId,
      query: z.object({
        question: z.string().optional(),
        version: z.string().optional(),
        name: z.string().optional(),
      }),
      body: {
        content: {
          'multipart/form-data': { schema: z.object({ file }) },
          'application/octet-stream': { schema: file },
        },
      },
    },
    responses: {
      201: answer('Kept for a day, and for good when a submission claims it', Upload),
      400: problem('No file in the body'),
      413: problem('Larger than the question takes'),
      415: problem('The bytes show another type than the question takes'),
      503: problem('Overloaded; see Retry-After'),
      ...refusals,
    },
  })
  registry.registerPath({
    method: 'post',
    path: '/v1/public/signals',
    operationId: 'recordSignals',
    summary: 'Record what a consenting visitor did',
    tags,
    request: { body: json(SignalsBody) },
    responses: {
      202: answer('Heard', SignalsHeard),
      400: problem('Wrong shape'),
      429: refusals[429],
    },
  })
}
