import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../browser.ts'
import { openHookReceiver, type HookReceiver } from '../hook-receiver.ts'
import { openPostOffice, type PostOffice } from '../post-office.ts'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { createProduct, type Product, type Server } from '../product.ts'
import { directorReachesSales, studentReachesNurture, type Scene } from './main-job.ts'

describe.each(['SQLite', 'PostgreSQL'])('from a script tag to a rep, on %s', (database) => {
  let postgres: TestPostgres | undefined
  let browser: Browser
  let postOffice: PostOffice
  let hooks: HookReceiver
  let product: Product
  let server: Server
  let scene: Scene

  beforeAll(async () => {
    if (database === 'PostgreSQL') postgres = await startPostgres({ durable: true })
    ;[browser, postOffice, hooks] = await Promise.all([
      launch(),
      openPostOffice(),
      openHookReceiver(),
    ])
    product = await createProduct({
      SMTP_URL: postOffice.url,
      OUTBOUND_ALLOW: hooks.place,
      ...(postgres && {
        DATABASE_URL: await postgres.createDatabase(),
        SECRET_KEY: 'a secret of thirty-two characters!',
      }),
    })
    const demo = await product.demo()
    server = await product.serve()
    scene = { product, demo, browser, postOffice, hooks }
  })
  afterAll(async () => {
    await server?.stop()
    await Promise.all([browser?.close(), postOffice?.close(), hooks?.close()])
    await postgres?.stop()
    product?.remove()
  })

  test('a director with a plan reaches an open inbox, two mailboxes and a webhook', async () => {
    await expect(directorReachesSales(scene)).resolves.toBeUndefined()
  })
  test('a student who is just looking goes to nurture and pages nobody', async () => {
    await expect(studentReachesNurture(scene)).resolves.toBeUndefined()
  })
})
