import { afterAll, beforeAll } from 'vitest'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { conforms } from './conformance.ts'
import { openPostgresSubject } from './subject.ts'

let server: TestPostgres | undefined
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => server?.stop())

conforms('PostgreSQL', async () => {
  if (!server) throw new Error('PostgreSQL did not start')
  return openPostgresSubject(server)
})
