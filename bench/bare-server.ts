import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import Database from 'better-sqlite3'
import { Hono } from 'hono'
import pg from 'pg'
import { v7 } from 'uuid'
import { z } from 'zod'
import type { SameRows } from './bare-rows.ts'

// The yardstick: Hono, zod, and the same rows in grouped commits. It replays, scores, routes and seals nothing.
const [port = '', databaseUrl = '', rowsFile = ''] = process.argv.slice(2)
const rows = JSON.parse(readFileSync(rowsFile, 'utf8')) as SameRows

const Body = z.object({
  version: z.int().min(1),
  answers: z.array(z.object({ questionId: z.string().max(100), value: z.unknown() })).max(2000),
  page: z.object({ url: z.string().max(4096) }).optional(),
})

interface Waiting {
  readonly key: string
  /** What was sent, as JSON. */
  readonly body: string
  readonly submissionId: string
  readonly leadId: string
  readonly resolve: () => void
}

/** The row under this submission's ids, holding what was sent at the size of what the product keeps of it. */
const fresh = (
  row: SameRows[number]['row'],
  { key, body, submissionId, leadId }: Waiting,
): unknown[] =>
  Object.entries(row).map(([column, value]) => {
    if (column === 'lead_id' || (column === 'id' && row === leadRow)) return leadId
    if (column === 'submission_id' || (column === 'id' && row === submissionRow))
      return submissionId
    if (column === 'id') return v7()
    if (column === 'sealed') return body.padEnd(String(value).length)
    if (column === 'idempotency_key' || column === 'email') return key
    if (value instanceof Date) return value
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
  })
const rowOf = (table: string) => rows.find((one) => one.table === table)?.row
const leadRow = rowOf('leads')
const submissionRow = rowOf('submissions')

const sqliteWriter = () => {
  const client = new Database(databaseUrl.slice('file:'.length))
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  const statements = rows.map(({ table, row }) => {
    const columns = Object.keys(row)
    return client.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
  })
  const write = client.transaction((batch: readonly Waiting[]) => {
    for (const one of batch) rows.forEach(({ row }, at) => statements[at]?.run(fresh(row, one)))
  })
  return async (batch: readonly Waiting[]) => write.immediate(batch)
}

const postgresWriter = async () => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  const types = await pool.query<{ table_name: string; column_name: string; udt_name: string }>(
    `SELECT table_name, column_name, udt_name FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  const typeOf = (table: string, column: string) =>
    types.rows.find((one) => one.table_name === table && one.column_name === column)?.udt_name ??
    'text'
  const statements = rows.map(({ table, row }) => {
    const columns = Object.keys(row)
    const arrays = columns.map((_column, at) => `$${at + 1}::text[]`).join(', ')
    const values = columns.map((column) => `${column}::${typeOf(table, column)}`).join(', ')
    return `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM unnest(${arrays}) AS given(${columns.join(', ')})`
  })
  return async (batch: readonly Waiting[]) => {
    const client = await pool.connect()
    await client.query('BEGIN')
    for (const [at, { table, row }] of rows.entries()) {
      const written = batch.map((one) => fresh(row, one))
      const columns = Object.keys(row).map((_column, place) =>
        written.map((values) => asText(values[place])),
      )
      await client.query({ name: `${table}-${at}`, text: statements[at] ?? '', values: columns })
    }
    await client.query('COMMIT')
    client.release()
  }
}
const asText = (value: unknown): unknown =>
  value instanceof Date
    ? value.toISOString()
    : value === null || typeof value === 'string'
      ? value
      : String(value)

const write = databaseUrl.startsWith('file:') ? sqliteWriter() : await postgresWriter()
let waiting: Waiting[] = []
let isWriting = false
const flush = async (): Promise<void> => {
  while (waiting.length > 0) {
    const batch = waiting
    waiting = []
    await write(batch)
    for (const { resolve } of batch) resolve()
  }
  isWriting = false
}

const app = new Hono()
app.post('*', async (c) => {
  const body = Body.safeParse(await c.req.json())
  if (!body.success) return c.json({ error: 'wrong shape' }, 400)
  const key = c.req.header('idempotency-key') ?? ''
  const submissionId = v7()
  await new Promise<void>((resolve) => {
    waiting.push({ key, body: JSON.stringify(body.data), submissionId, leadId: v7(), resolve })
    if (isWriting) return
    isWriting = true
    setImmediate(() => void flush())
  })
  return c.json({ submissionId, ending: { id: 'thanks', kind: 'message', title: 'Thanks' } }, 201)
})
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' }, () =>
  process.stdout.write('ready\n'),
)
