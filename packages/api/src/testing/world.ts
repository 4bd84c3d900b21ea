import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Role } from '@bantam/schema'
import { createVault, openFolder } from '@bantam/storage'
import { openSqlite } from '@bantam/storage/sqlite'
import { v7 } from 'uuid'
import { createApi } from '../app.ts'
import { createAuth } from '../auth/create-auth.ts'
import type { Auth } from '../auth/auth.ts'
import type { Deps } from '../deps.ts'
import { createMetrics } from '../health/metrics.ts'
import { createDirectory } from '../intake/directory.ts'
import { createIntake } from '../intake/intake.ts'
import { hashOf, newKey, prefixOf } from '../keys/api-key.ts'
import { createViews } from '../public/views.ts'
import { createProofs } from '../spam/proofs.ts'

const baseUrl = 'http://localhost:3000'
const migrations = fileURLToPath(new URL('../../../../migrations/sqlite', import.meta.url))

export interface Call {
  /** Sent as JSON. */
  readonly body?: unknown
  /** An API key. */
  readonly key?: string
  readonly cookie?: string
  readonly headers?: { readonly [name: string]: string }
}

/** A whole API on a database of its own in a temporary folder. */
export const openWorld = async (changes: Partial<Deps> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'bantam-api-'))
  const opened = await openSqlite({
    file: join(folder, 'bantam.db'),
    migrations,
    vault: createVault(randomBytes(32)),
  })
  const { storage } = opened
  const lines: { fields: object; message: string }[] = []
  const write = (fields: object, message: string) => void lines.push({ fields, message })
  let auth: Promise<Auth> | undefined
  const clock = () => new Date()
  const deps: Deps = {
    storage,
    files: openFolder(join(folder, 'files')),
    auth: () =>
      (auth ??= createAuth({
        ...opened.auth,
        baseUrl: changes.baseUrl ?? baseUrl,
        secret: 's'.repeat(40),
        newId: () => v7(),
      })),
    clock,
    newId: () => v7(),
    baseUrl,
    log: { debug: write, info: write, warn: write, error: write },
    live: { async *stream() {} },
    directory: createDirectory(storage, () => Date.now()),
    intake: createIntake(storage, { clock, newId: () => v7(), hasMailServer: true }),
    views: createViews(storage, clock),
    widgetWords: () => undefined,
    metrics: createMetrics({ pending: () => storage.outbox.pending() }),
    proofs: createProofs(randomBytes(32), { work: { least: 10, most: 100 } }),
    letter: async () => undefined,
    isLoopbackHost: true,
    trustProxy: false,
    rateLimit: undefined,
    checkUrl: (url) =>
      url.startsWith('https://') ? { ok: true } : { ok: false, reason: 'It must be https.' },
    version: '0.0.0-test',
    ...changes,
  }
  const api = createApi(deps)

  return {
    api,
    deps,
    storage,
    lines,
    call: (method: string, path: string, ...[call = {}]: [Call?]) =>
      send(api, { method, path, call }),
    /** The same database behind an API whose parts differ. */
    variant(differences: Partial<Deps>) {
      const other = createApi({ ...deps, ...differences })
      return {
        call: (method: string, path: string, ...[call = {}]: [Call?]) =>
          send(other, { method, path, call }),
      }
    },
    /** A workspace of its own with a key of each role. */
    async workspace() {
      const id = v7()
      await storage.workspaces.create({
        id,
        name: 'Acme',
        slug: id,
        isDemo: false,
        createdAt: clock(),
      })
      const keyOf = async (role: Role) => {
        const key = newKey()
        await storage.keys.create({
          id: v7(),
          workspaceId: id,
          name: role,
          prefix: prefixOf(key),
          hash: hashOf(key),
          role,
          createdAt: clock(),
          revokedAt: undefined,
        })
        return key
      }
      const [owner, marketer, manager, rep] = await Promise.all([
        keyOf('owner'),
        keyOf('marketer'),
        keyOf('sales-manager'),
        keyOf('rep'),
      ])
      return { id, keys: { owner, marketer, 'sales-manager': manager, rep } }
    },
    /** A member who is signed in; the cookie is what a browser would send. */
    async member(workspaceId: string, { role, name = 'Rep' }: { role: Role; name?: string }) {
      const accounts = await deps.auth()
      const email = `${v7()}@example.com`
      const password = 'correct horse'
      const userId = await accounts.createAccount({ name, email, password })
      if (userId === undefined) throw new Error('the address is taken')
      await accounts.addMember({ workspaceId, userId, role })
      const signedIn = await accounts.signIn({ email, password })
      const cookie = signedIn?.cookies.map((line) => line.split(';')[0]).join('; ') ?? ''
      return { userId, email, password, cookie }
    },
    async close() {
      await deps.views.flush()
      await storage.close()
      rmSync(folder, { recursive: true })
    },
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>

const send = async (
  api: ReturnType<typeof createApi>,
  { method, path, call }: { method: string; path: string; call: Call },
) => {
  const { body, key, cookie, headers } = call
  const response = await api.request(`${baseUrl}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(cookie !== undefined && { cookie, origin: baseUrl, 'sec-fetch-site': 'same-origin' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  }
}
