import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ZodType } from 'zod'
import { publicLimit, readJson } from '../body.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { answerEncoded } from '../encoded.ts'
import type { FormVersion } from '../intake/directory.ts'
import { detailsOf, notFound, Problem, wordsFor } from '../problems.ts'
import { savePartial, startConversation } from './conversations.ts'
import { visitorCors } from './cors.ts'
import { declarePublic } from './declarations.ts'
import { visitorLimit } from './limit.ts'
import { publishedBody } from './published-body.ts'
import { ConversationBody, PartialBody, SignalsBody, SubmissionBody } from './shapes.ts'
import { recordSignals } from './signals.ts'
import { submit } from './submit.ts'
import { createRush } from '../spam/rush.ts'
import { createReceive } from '../uploads/receive.ts'

/** What visitors' browsers call. Bodies are read by hand: this is the path that must stay fast. */
export const publicRoutes = (deps: Deps): OpenAPIHono<ApiEnv> => {
  const app = new OpenAPIHono<ApiEnv>()
  declarePublic(app.openAPIRegistry)
  app.use('/v1/public/*', visitorCors(deps), visitorLimit(deps))

  app.get('/v1/public/forms/:formId', async (c) => {
    const form = await formAsked(deps, c)
    deps.views.add(form.workspaceId, form.formId)
    c.header(
      'Cache-Control',
      c.req.query('version') === undefined
        ? 'public, no-cache'
        : 'public, max-age=31536000, immutable',
    )
    return answerEncoded(c, publishedBody(form, deps.widgetWords))
  })

  app.post('/v1/public/forms/:formId/conversations', async (c) => {
    const body = shaped(ConversationBody, await readJson(c, { limit: publicLimit }))
    const { visitor: token, page, seq, answers } = body
    c.header('Cache-Control', 'no-store')
    const formId = c.req.param('formId')
    const progress = answers && { seq, answers }
    return c.json(await startConversation(deps, { formId, token, page, progress }), 201)
  })

  app.put('/v1/public/conversations/:id', async (c) => {
    const body = shaped(PartialBody, await readJson(c, { limit: publicLimit }))
    c.header('Cache-Control', 'no-store')
    return c.json(await savePartial(deps, { conversationId: c.req.param('id'), ...body }))
  })

  const rush = createRush(deps.rateLimit)
  app.post('/v1/public/forms/:formId/submissions', async (c) => {
    const key = idempotencyKey(c)
    const raw = await readJson(c, { limit: publicLimit })
    const body = shaped(SubmissionBody, raw)
    const { status, receipt, isOther } = await submit(deps, {
      formId: c.req.param('formId'),
      key,
      body,
      raw,
      proof: c.req.header('Bantam-Proof'),
      rush,
    })
    c.header('Cache-Control', 'no-store')
    if (isOther) c.header('Bantam-Answers', 'other')
    return c.json(receipt, status)
  })

  app.get('/v1/public/forms/:formId/challenge', async (c) => {
    const { formId } = await formAsked(deps, c)
    const key = keyNamed(c.req.query('key'), 'as ?key=')
    c.header('Cache-Control', 'no-store')
    return c.json(await deps.proofs.challenge({ formId, key }))
  })

  const receive = createReceive(deps)
  app.post('/v1/public/forms/:formId/uploads', async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(await receive(c, c.req.param('formId')), 201)
  })

  app.post('/v1/public/signals', async (c) => {
    const body = shaped(SignalsBody, await readJson(c, { limit: publicLimit, allowText: true }))
    return c.json(await recordSignals(deps, body), 202)
  })
  return app
}

const formAsked = async (deps: Deps, c: Context<ApiEnv>): Promise<FormVersion> => {
  const published = await deps.directory.form(c.req.param('formId') ?? '')
  if (!published) throw notFound('form')
  const asked = c.req.query('version')
  const version = asked === undefined ? published.version : Number(asked)
  const form = Number.isSafeInteger(version)
    ? await deps.directory.version(published, version)
    : undefined
  if (!form) throw notFound('published version')
  return form
}

const shaped = <T>(shape: ZodType<T>, raw: unknown): T => {
  const parsed = shape.safeParse(raw)
  if (parsed.success) return parsed.data
  const errors = detailsOf(parsed.error)
  throw new Problem('wrong-shape', wordsFor(errors), { errors })
}

const idempotencyKey = (c: Context<ApiEnv>): string =>
  keyNamed(c.req.header('Idempotency-Key'), 'header')

/** `where` says in words how the key is sent. */
const keyNamed = (key: string | undefined, where: string): string => {
  if (key === undefined || key === '')
    throw new Problem(
      'missing-idempotency-key',
      `Send an Idempotency-Key ${where}: 1 to 255 characters, new for each submission, the same for its retries.`,
    )
  if (key.length > 255)
    throw new Problem(
      'invalid-idempotency-key',
      `The Idempotency-Key has ${key.length} characters. Use 1 to 255.`,
    )
  return key
}
