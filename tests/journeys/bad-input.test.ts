import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directorOf, readerOf } from '../faults/answers.ts'
import type { Database } from '../faults/database.ts'
import { ask, setStage, type Stage } from '../faults/stage.ts'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import type { Server } from '../product.ts'
import { refusals, send, type Refusal, type Reply } from './refusals.ts'

const tables = ['submissions', 'leads', 'lead_keys', 'events', 'outbox', 'loads']

describe.each(['SQLite', 'PostgreSQL'])(
  'what a form refuses, on %s',
  { timeout: 120_000 },
  (name) => {
    let postgres: TestPostgres | undefined
    let stage: Stage
    let server: Server
    let database: Database

    beforeAll(async () => {
      if (name === 'PostgreSQL') postgres = await startPostgres({ durable: true })
      stage = await setStage({ types: ['lead.routed'], postgres: await postgres?.createDatabase() })
      server = await stage.product.serve()
      database = await stage.database()
    }, 120_000)
    afterAll(async () => {
      await server.stop()
      await database.close()
      await stage.close()
      await postgres?.stop()
    })

    const submit = (refusal: Pick<Refusal, 'body' | 'headers' | 'formId'>): Promise<Reply> => {
      const formId = refusal.formId ?? stage.demo.forms['demo-request']
      return send(`${stage.product.baseUrl}/v1/public/forms/${formId}/submissions`, refusal)
    }
    const counts = async (): Promise<readonly number[]> => {
      const counted = tables.map(async (table) =>
        Number(
          (await database.query<{ total: unknown }>(`SELECT count(*) AS total FROM ${table}`))[0]
            ?.total,
        ),
      )
      return Promise.all(counted)
    }
    const expectRefused = (
      { status, type, text }: Reply,
      refusal: Pick<Refusal, 'status' | 'code' | 'places'>,
    ) => {
      const problem = JSON.parse(text) as {
        errors: { path: string; code: string; message: string }[]
      }
      expect(problem).toMatchObject({
        status: refusal.status,
        code: refusal.code,
        title: expect.stringMatching(/./),
        detail: expect.stringMatching(/.{10}/),
        requestId: expect.stringMatching(/.{8}/),
        errors: expect.any(Array),
      })
      expect(status).toBe(refusal.status)
      expect(type).toMatch(/^application\/problem\+json/)
      for (const error of problem.errors)
        expect(error).toEqual({
          path: expect.any(String),
          code: expect.stringMatching(/^[a-z-]+$/),
          message: expect.stringMatching(/./),
        })
      expect(problem.errors.map(({ path }) => path)).toEqual(
        expect.arrayContaining([...(refusal.places ?? [])]),
      )
      expect(text).not.toContain(stage.product.folder)
    }

    test.each(refusals)('$name', async (refusal) => {
      const before = await counts()
      expectRefused(await submit(refusal), refusal)
      expect(await counts()).toEqual(before)
    })

    test('a form that is not published', async () => {
      const { definition } = await ask<{ definition: object }>(
        stage,
        `/v1/forms/${stage.demo.forms['demo-request']}/draft`,
      )
      const { id } = await ask<{ id: string }>(stage, '/v1/forms', {
        method: 'POST',
        body: { definition },
      })
      const before = await counts()
      const reply = await submit({
        body: JSON.stringify(directorOf('nobody@crowd.example')),
        formId: id,
      })
      expectRefused(reply, { status: 404, code: 'not-found' })
      expect(await counts()).toEqual(before)
    })

    test('a page whose origin is not on the list of the form', async () => {
      const formId = stage.demo.forms['content-download']
      const path = `/v1/forms/${formId}/draft`
      const { revision, definition } = await ask<{ revision: number; definition: object }>(
        stage,
        path,
      )
      const origins = ['https://ours.example']
      await ask(stage, path, {
        method: 'PUT',
        body: { definition, origins },
        headers: { 'if-match': `"${revision}"` },
      })
      const from = (origin: string | undefined, key: string) =>
        submit({
          formId,
          body: JSON.stringify(readerOf('rae@crowd.example')),
          headers: { origin, 'idempotency-key': key },
        })
      const before = await counts()
      expectRefused(await from('https://theirs.example', 'from-theirs'), {
        status: 403,
        code: 'origin-not-allowed',
      })
      expect(await counts()).toEqual(before)
      expect((await from('https://ours.example', 'from-ours')).status).toBe(201)
      expect((await from(undefined, 'from-no-browser')).status).toBe(201)
    })

    test('another body under a key that was used; the same body gets the same receipt', async () => {
      const headers = { 'idempotency-key': 'used twice' }
      const body = JSON.stringify(directorOf('dana@crowd.example'))
      const first = await submit({ body, headers })
      expect(first.status).toBe(201)
      const before = await counts()
      const reordered = JSON.stringify(
        Object.fromEntries(Object.entries(JSON.parse(body) as object).toReversed()),
      )
      expect(await submit({ body: reordered, headers })).toMatchObject({
        status: 200,
        text: first.text,
      })
      const other = await submit({
        body: JSON.stringify(directorOf('dora@crowd.example')),
        headers,
      })
      expectRefused(other, { status: 422, code: 'idempotency-mismatch' })
      expect(await counts()).toEqual(before)
    })

    test('but not an answer to a question that nobody asked: it is left out and listed', async () => {
      const { version, answers } = directorOf('dee@crowd.example')
      const odd = [...answers, { questionId: 'shoe-size', value: { anything: ['goes'] } }]
      const reply = await submit({
        body: JSON.stringify({ version, answers: odd }),
        headers: { 'idempotency-key': 'odd' },
      })
      expect(reply.status).toBe(201)
      const { submissionId } = JSON.parse(reply.text) as { submissionId: string }
      const stored = await ask<{ discarded: string[]; answers: { questionId: string }[] }>(
        stage,
        `/v1/submissions/${submissionId}`,
      )
      expect(stored.discarded).toContain('shoe-size')
      expect(stored.answers.map(({ questionId }) => questionId)).not.toContain('shoe-size')
    })
  },
)
