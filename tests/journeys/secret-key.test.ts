import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyBundle, type Bundle } from '../faults/bundle.ts'
import { createProduct, type Product } from '../product.ts'

let bundle: Bundle
let product: Product

beforeAll(async () => {
  bundle = copyBundle()
  product = await createProduct({}, { bundle: bundle.path })
  await product.demo()
}, 60_000)
afterAll(() => {
  product.remove()
  bundle.remove()
})

const refusal = (settings: { readonly [name: string]: string } = {}) =>
  product.serve(settings).then(
    async (server) => `started after all, and ended with ${String(await server.stop())}`,
    (error: Error) => error.message,
  )

test('a filled database is served under its own secret alone', { timeout: 60_000 }, async () => {
  const file = join(product.folder, 'secret.key')
  const database = readFileSync(join(product.folder, 'bantam.db'))

  expect(await refusal({ SECRET_KEY: 'another secret of thirty-two characters' })).toMatch(
    /^the server ended with 2: .*another secret\. Put back the SECRET_KEY/s,
  )

  renameSync(file, `${file}.away`)
  expect(await refusal()).toMatch(/^the server ended with 2: .*without its secret\.key\./s)
  expect(existsSync(file)).toBe(false)
  expect(readFileSync(join(product.folder, 'bantam.db')).equals(database)).toBe(true)

  copyFileSync(`${file}.away`, file)
  rmSync(`${file}.away`)
  const server = await product.serve()
  expect(await server.stop('SIGTERM')).toBe(0)
})
