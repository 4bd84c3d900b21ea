import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { directorOf, type Body } from '../faults/answers.ts'

/** Something sent to a form that must be refused, and how. */
export interface Refusal {
  readonly name: string
  readonly status: number
  readonly code: string
  /** Places that `errors` names, where the fault has one. */
  readonly places?: readonly string[]
  readonly body: string | Buffer
  readonly formId?: string
  /** A header set to undefined is left out. */
  readonly headers?: { readonly [name: string]: string | undefined }
}

const whole = directorOf('nobody@crowd.example')
const bodyOf = (change: object): string => JSON.stringify({ ...whole, ...change })
const answering = (questionId: string, value: unknown): string =>
  bodyOf({ answers: withAnswer(whole, { questionId, value }) })
const withAnswer = ({ answers }: Body, answer: Body['answers'][number]) => [
  ...answers.filter(({ questionId }) => questionId !== answer.questionId),
  answer,
]
const confused = [
  { questionId: 'first-name', value: { type: 'img', props: { src: 'x' } } },
  { questionId: 'work-email', value: ['a@crowd.example', 'b@crowd.example'] },
  { questionId: 'need', value: { length: 1, 0: 'n-qualify' } },
  { questionId: 'timeline', value: true },
]
/** The text of a body with a piece of raw JSON as the value of one answer. */
const raw = (json: string): string => answering('need-detail', '@').replace('"@"', () => json)

const requiredAlways = [
  'first-name',
  'work-email',
  'company',
  'role',
  'company-size',
  'need',
  'timeline',
  'budget',
]

/** Everything that a visitor can get wrong on a form whose id is right. */
export const refusals: readonly Refusal[] = [
  {
    name: 'a body that is not JSON',
    status: 400,
    code: 'not-json',
    body: '{"version": 1, "answers": [',
  },
  { name: 'an empty body', status: 400, code: 'not-json', body: '' },
  {
    name: 'a body that is not UTF-8',
    status: 400,
    code: 'not-json',
    body: Buffer.from([0x7b, 0x22, 0xc0, 0xae, 0x22, 0x7d]),
  },
  { name: 'a byte order mark', status: 400, code: 'not-json', body: `\uFEFF${bodyOf({})}` },
  { name: 'UTF-16', status: 400, code: 'not-json', body: Buffer.from(bodyOf({}), 'utf16le') },
  {
    name: 'compressed bytes that do not say so',
    status: 400,
    code: 'not-json',
    body: gzipSync(bodyOf({})),
  },
  { name: 'a list instead of an object', status: 400, code: 'wrong-shape', body: '[]' },
  {
    name: 'answers of another shape',
    status: 400,
    code: 'wrong-shape',
    places: ['answers'],
    body: bodyOf({ answers: { role: 'r-director' } }),
  },
  {
    name: 'no version',
    status: 400,
    code: 'wrong-shape',
    places: ['version'],
    body: bodyOf({ version: undefined }),
  },
  {
    name: 'a choice that is not offered',
    status: 422,
    code: 'invalid-answers',
    places: ['answers.role'],
    body: answering('role', 'r-emperor'),
  },
  {
    name: 'an address that is none',
    status: 422,
    code: 'invalid-answers',
    places: ['answers.work-email'],
    body: answering('work-email', 'nobody at all'),
  },
  {
    name: 'values of other types, all at once',
    status: 422,
    code: 'invalid-answers',
    places: confused.map(({ questionId }) => `answers.${questionId}`),
    body: bodyOf({
      answers: [
        ...whole.answers.filter(
          ({ questionId }) => !confused.some((one) => one.questionId === questionId),
        ),
        ...confused,
      ],
    }),
  },
  {
    name: 'a number beyond all numbers',
    status: 422,
    code: 'invalid-answers',
    places: ['answers.monthly-leads'],
    body: answering('monthly-leads', '@').replace('"@"', '1e400'),
  },
  {
    name: 'every missing answer at once',
    status: 422,
    code: 'invalid-answers',
    places: requiredAlways.map((id) => `answers.${id}`),
    body: bodyOf({ answers: [] }),
  },
  {
    name: 'a megabyte',
    status: 413,
    code: 'too-large',
    body: answering('need-detail', 'x'.repeat(1_048_576)),
  },
  {
    name: 'a megabyte of undeclared length',
    status: 413,
    code: 'too-large',
    body: answering('need-detail', 'x'.repeat(1_048_576)),
    headers: { 'content-length': undefined },
  },
  {
    name: 'nesting that goes on and on',
    status: 400,
    code: 'too-deep',
    body: raw('['.repeat(8000) + ']'.repeat(8000)),
  },
  {
    name: '__proto__ as a key',
    status: 400,
    code: 'forbidden-key',
    body: raw('{"__proto__": {"isAdmin": true}}'),
  },
  {
    name: 'constructor as a key',
    status: 400,
    code: 'forbidden-key',
    body: raw('{"constructor": {"prototype": 1}}'),
  },
  {
    name: 'a NUL in a text',
    status: 422,
    code: 'forbidden-text',
    body: raw(String.raw`"a\u0000b"`),
  },
  {
    name: 'half of a character pair',
    status: 422,
    code: 'forbidden-text',
    body: raw(String.raw`"a\ud800b"`),
  },
  {
    name: 'a version that was never published',
    status: 422,
    code: 'unknown-version',
    places: ['version'],
    body: bodyOf({ version: 99 }),
  },
  {
    name: 'a conversation that is not this form’s',
    status: 422,
    code: 'unknown-conversation',
    places: ['conversationId'],
    body: bodyOf({ conversationId: 'made-up' }),
  },
  {
    name: 'a form that does not exist',
    status: 404,
    code: 'not-found',
    body: bodyOf({}),
    formId: 'no-such-form',
  },
  {
    name: 'no Idempotency-Key',
    status: 400,
    code: 'missing-idempotency-key',
    body: bodyOf({}),
    headers: { 'idempotency-key': undefined },
  },
  {
    name: 'a key of 256 characters',
    status: 400,
    code: 'invalid-idempotency-key',
    body: bodyOf({}),
    headers: { 'idempotency-key': 'k'.repeat(256) },
  },
  {
    name: 'a body that says it is text',
    status: 415,
    code: 'unsupported-media-type',
    body: bodyOf({}),
    headers: { 'content-type': 'text/plain' },
  },
  {
    name: 'a body that does not say what it is',
    status: 415,
    code: 'unsupported-media-type',
    body: bodyOf({}),
    headers: { 'content-type': undefined },
  },
  {
    name: 'a compressed body',
    status: 415,
    code: 'unsupported-media-type',
    body: gzipSync(bodyOf({})),
    headers: { 'content-encoding': 'gzip' },
  },
]

export interface Reply {
  readonly status: number
  readonly type: string
  readonly text: string
}

/** Sends exactly these bytes under exactly these headers. */
export const send = (
  url: string,
  { body, headers = {} }: Pick<Refusal, 'body' | 'headers'>,
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const all = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'idempotency-key': 'refused',
      ...headers,
    }
    const asked = request(url, { method: 'POST', agent: false })
    for (const [name, value] of Object.entries(all))
      if (value !== undefined) asked.setHeader(name, value)
    asked.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          text,
        }),
      )
      // An answer may come before the whole body was taken; what becomes of the rest does not matter.
      asked.off('error', reject).on('error', () => undefined)
    })
    asked.on('error', reject)
    asked.end(body)
  })
