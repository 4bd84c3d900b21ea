import type { OpenAPIHono } from '@hono/zod-openapi'
import { Form, Routing, ScoringModel } from '@bantam/schema'
import { z } from 'zod'
import type { ApiEnv } from '../deps.ts'

/** OpenAPI 3.1 of every declared route, with what all of them share stated once: problems, and who may call. */
export const openApiDocument = (
  app: OpenAPIHono<ApiEnv>,
  { baseUrl, version }: { baseUrl: string; version: string },
) => {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Bantam',
      version,
      description:
        'Conversational qualification forms: ask, score at submission, route to sales or nurture.',
      license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
    },
    servers: [{ url: baseUrl }],
  })
  const { components } = document
  return {
    ...document,
    components: {
      ...components,
      schemas: { ...components?.schemas, ...stored(), Problem },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'bantam.session' },
        key: { type: 'http', scheme: 'bearer', description: 'An API key, bntm_…' },
      },
      responses: { Problem: problemResponse },
    },
    paths: Object.fromEntries(
      Object.entries(document.paths ?? {}).map(([path, item]) => [path, withShared(item)]),
    ),
  }
}

const methods: readonly string[] = ['get', 'post', 'put', 'patch', 'delete']

const withShared = (item: object) =>
  Object.fromEntries(
    Object.entries(item).map(([key, operation]: [string, unknown]) =>
      methods.includes(key) && isRecord(operation) ? [key, shared(operation)] : [key, operation],
    ),
  )

const shared = (operation: { readonly [key: string]: unknown }) => {
  const roles = operation['x-roles']
  const responses = isRecord(operation['responses']) ? operation['responses'] : {}
  return {
    ...operation,
    ...(Array.isArray(roles) && { security: [{ session: [] }, { key: [] }] }),
    responses: { ...responses, default: { $ref: '#/components/responses/Problem' } },
  }
}

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null

/** The stored documents, each under its name with its parts in its own `$defs`. */
const stored = () =>
  Object.fromEntries(
    Object.entries({ Form, ScoringModel, Routing }).map(([name, schema]) => [
      name,
      rebased(z.toJSONSchema(schema, { io: 'input' }), `#/components/schemas/${name}`),
    ]),
  )

/** The same schema with `#/…` meaning `base/…`, as a part of a larger document needs. */
const rebased = (value: unknown, base: string): unknown => {
  if (Array.isArray(value)) return value.map((item) => rebased(item, base))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '$schema')
      .map(([key, item]) => [
        key,
        key === '$ref' && typeof item === 'string' ? item.replace(/^#/, base) : rebased(item, base),
      ]),
  )
}

const Problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'errors', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable, kebab-case' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: {
          path: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
          part: { type: 'string', description: 'Of an answer that has several' },
        },
      },
    },
    requestId: { type: 'string' },
  },
}

const problemResponse = {
  description: 'Refused, with a stable code and words (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
