import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyBundle, type Bundle } from '../faults/bundle.ts'
import { openDatabase } from '../faults/database.ts'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { createProduct, type Product } from '../product.ts'

const secret = 'a secret of thirty-two characters!'

describe(
  'what a server refuses to start with, in words and with exit code 2',
  { timeout: 60_000 },
  () => {
    let bundle: Bundle
    let postgres: TestPostgres
    const products: Product[] = []

    beforeAll(async () => {
      bundle = copyBundle()
      postgres = await startPostgres({ durable: true })
    }, 60_000)
    afterAll(async () => {
      for (const { remove } of products) remove()
      bundle.remove()
      await postgres.stop()
    })

    const make = async (settings: { readonly [name: string]: string } = {}): Promise<Product> => {
      const product = await createProduct(settings, { bundle: bundle.path })
      products.push(product)
      return product
    }
    /** What it says when it does not start. A stack trace is no words. */
    const wordsOf = async (product: Product): Promise<string> => {
      const words = await product.serve().then(
        async (server) => `started after all, and ended with ${String(await server.stop())}`,
        (error: Error) => error.message,
      )
      expect(words).toMatch(/^the server ended with 2: /)
      expect(words).not.toMatch(/\n\s+at /)
      return words
    }

    test.each([
      { name: 'PORT', value: 'eighty' },
      { name: 'PORT', value: '70000' },
      { name: 'PORT', value: '0' },
      { name: 'BASE_URL', value: 'ftp://example.org' },
      { name: 'BASE_URL', value: 'http://example.org/bantam?x' },
      { name: 'MAIL_FROM', value: 'nobody in particular' },
      { name: 'DATABASE_URL', value: 'mysql://localhost/bantam' },
      { name: 'SECRET_KEY', value: 'short' },
      { name: 'SMTP_URL', value: 'http://localhost:25' },
      { name: 'TRUST_PROXY', value: 'perhaps' },
      { name: 'RATE_LIMIT', value: 'lots' },
      { name: 'SMTP_URL', value: 'smtp://' },
      { name: 'OUTBOUND_ALLOW', value: 'anywhere' },
      { name: 'OUTBOUND_ALLOW', value: 'hooks.internal:99999' },
      { name: 'OUTBOUND_ALLOW', value: 'hooks.internal:80,10.0.0.0/8:80' },
      { name: 'LOG_LEVEL', value: 'loud' },
    ])('$name set to $value', async ({ name, value }) => {
      const product = await make({ [name]: value })
      expect(await wordsOf(product)).toContain(name)
      expect(existsSync(join(product.folder, 'bantam.db'))).toBe(false)
    })

    test('PostgreSQL without SECRET_KEY', async () => {
      const product = await make({ DATABASE_URL: await postgres.createDatabase() })
      expect(await wordsOf(product)).toContain('SECRET_KEY')
    })

    test('PostgreSQL that does not answer', async () => {
      const product = await make({
        DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
        SECRET_KEY: secret,
      })
      expect(await wordsOf(product)).toContain('DATABASE_URL: the database server does not answer')
    })

    test('a file that is no database', async () => {
      const product = await make()
      const file = join(product.folder, 'bantam.db')
      writeFileSync(file, 'These are not the bytes of a database.'.repeat(200))
      expect(await wordsOf(product)).toContain(`${file} cannot be opened as a database`)
    })

    test('a file in the place of the folder, and a host of no name', async () => {
      const product = await make()
      const file = join(product.folder, 'taken')
      writeFileSync(file, '')
      const within = await make({ DATABASE_URL: `file:${file}/bantam.db` })
      expect(await wordsOf(within)).toContain(`DATABASE_URL: ${file} cannot be used`)
      expect(await wordsOf(await make({ HOST: 'no.such.host.invalid' }))).toContain('HOST: ')
      const uploads = await make({ FILES_URL: `file:${file}/uploads` })
      expect(await wordsOf(uploads)).toContain(`FILES_URL: ${file}/uploads cannot be used`)
    })

    test.runIf(process.platform === 'linux')('uploads where no folder can be made', async () => {
      const product = await make({ FILES_URL: 'file:/proc/bantam/uploads' })
      expect(await wordsOf(product)).toContain('FILES_URL: /proc/bantam/uploads cannot be used')
    })

    test('a folder in the place of the file', async () => {
      const product = await make()
      mkdirSync(join(product.folder, 'bantam.db'))
      expect(await wordsOf(product)).toContain('bantam.db cannot be opened as a database')
    })

    test('a database that is not Bantam’s', async () => {
      const product = await make()
      await product.command('migrate')
      const database = await openDatabase(product.databaseUrl)
      await database.query('DROP TABLE __drizzle_migrations')
      await database.close()
      expect(await wordsOf(product)).toContain('not one of Bantam')
    })

    test.each(['SQLite', 'PostgreSQL'])('a database of a newer version, on %s', async (name) => {
      const product = await make(
        name === 'SQLite'
          ? {}
          : { DATABASE_URL: await postgres.createDatabase(), SECRET_KEY: secret },
      )
      await product.command('migrate')
      const database = await openDatabase(product.databaseUrl)
      const table = name === 'SQLite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations'
      await database.query(
        `INSERT INTO ${table} (hash, created_at) VALUES ('of-tomorrow', 9999999999999)`,
      )
      await database.close()
      expect(await wordsOf(product)).toContain('written by a newer version of Bantam')
    })

    test('a file that another process serves, until that one ends in whatever way', async () => {
      const product = await make()
      const first = await product.serve()
      expect(await wordsOf(product)).toContain('bantam.db is served by another process already')
      await first.stop('SIGKILL')
      const next = await product.serve()
      expect(await next.stop()).toBe(0)
    })

    test('a port that is taken', async () => {
      const product = await make()
      const port = Number(new URL(product.baseUrl).port)
      const squatter = createServer()
      await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve))
      const words = await wordsOf(product)
      await new Promise((resolve) => squatter.close(resolve))
      expect(words).toContain('PORT')
      expect(words).toContain(`${port}`)
    })
  },
)
