import { Role } from '@bantam/schema'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { form, leadOf, routing } from '../testing/records.ts'
import { openWorld, type World } from '../testing/world.ts'

const Access = z.union([z.literal('anyone'), z.array(Role)])
interface Operation {
  readonly method: string
  readonly path: string
  readonly access: z.infer<typeof Access> | undefined
  readonly name: string
}

let world: World
let operations: Operation[]
let ours: Awaited<ReturnType<World['workspace']>>
let theirs: { readonly [kind: string]: string }
beforeAll(async () => {
  world = await openWorld()
  operations = await declared()
  ours = await world.workspace()
  theirs = await furnished()
})
afterAll(() => world.close())

/** Every operation of the document with the access it declares. */
const declared = async (): Promise<Operation[]> => {
  const { json } = await world.call('GET', '/openapi.json')
  return Object.entries<object>(json.paths).flatMap(([path, item]) =>
    Object.entries<{ 'x-roles'?: unknown; operationId: string }>({ ...item }).map(
      ([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        access: Access.optional().parse(operation['x-roles']),
        name: operation.operationId,
      }),
    ),
  )
}

/** Another workspace with one of everything that has an id. */
const furnished = async () => {
  const { id: workspaceId, keys } = await world.workspace()
  const { storage } = world
  const key = keys.owner
  const { json: created } = await world.call('POST', '/v1/forms', {
    key,
    body: { definition: form },
  })
  const { lead, submission } = leadOf({ workspaceId, formId: created.id })
  await storage.intake.import(workspaceId, {
    leads: [lead],
    submissions: [submission],
    events: [],
    actions: [],
  })
  const model = { schema: 1, name: 'First', fit: { groups: [] }, intent: { groups: [] } }
  const { json: stored } = await world.call('POST', '/v1/models', {
    key,
    body: { document: model },
  })
  const hook = { url: 'https://hooks.example.com', types: ['lead.routed'] }
  const { json: webhook } = await world.call('POST', '/v1/webhooks', { key, body: hook })
  const { json: apiKey } = await world.call('POST', '/v1/keys', {
    key,
    body: { name: 'CI', role: 'rep' },
  })
  const { userId } = await world.member(workspaceId, { role: 'rep' })
  const absence = { userId, from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }
  const { json: away } = await world.call('POST', '/v1/routing/absences', { key, body: absence })
  return {
    forms: created.id,
    models: stored.id,
    leads: lead.id,
    submissions: submission.id,
    deliveries: v7(),
    webhooks: webhook.id,
    keys: apiKey.id,
    members: userId,
    absences: away.id,
  }
}

const bodies: { readonly [name: string]: unknown } = {
  saveFormDraft: { definition: form },
  publishForm: { revision: 1 },
  protectForm: { asksProof: true },
  saveModelDraft: {
    document: { schema: 1, name: 'New', fit: { groups: [] }, intent: { groups: [] } },
  },
  publishModel: { revision: 1, rationale: 'Signed' },
  disposeLead: { kind: 'touched' },
  separateLead: { submissionId: 'none' },
  changeWebhook: { isEnabled: false },
  setMemberRole: { role: 'owner' },
}
const guarded = () =>
  operations.flatMap(({ access, ...rest }) =>
    Array.isArray(access) ? [{ ...rest, roles: access }] : [],
  )
const kindOf = (path: string) => path.split('/').at(path.split('/').indexOf('{id}') - 1) ?? ''

test('every route that is not a visitor’s declares who may call it', () => {
  const routes = world.api.routes
    .filter(
      ({ method, path }) =>
        method !== 'ALL' && !path.startsWith('/v1/public/') && path !== '/openapi.json',
    )
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  const known = operations
    .filter(({ access }) => access !== undefined)
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(routes)].toSorted()).toEqual(known.toSorted())
  expect(guarded().length).toBeGreaterThan(30)
})

test('only signing in, setting up and health are open to anyone', () => {
  expect(
    operations.flatMap(({ access, name }) => (access === 'anyone' ? [name] : [])).toSorted(),
  ).toEqual([
    'getHealth',
    'getMetrics',
    'getReadiness',
    'getSession',
    'getSetup',
    'openDemo',
    'setUp',
    'signIn',
    'signOut',
  ])
})

test('without a session or key every guarded route answers 401', async () => {
  for (const { method, path } of guarded())
    for (const headers of [
      {},
      { authorization: `Bearer bntm_${'x'.repeat(40)}` },
      { cookie: 'bantam.session=forged.x' },
    ]) {
      const { status, json } = await world.call(method, path.replace('{id}', v7()), { headers })
      expect([method, path, status, json.code]).toEqual([method, path, 401, 'unauthenticated'])
    }
})

test('a role that a route does not name gets 403', async () => {
  for (const { method, path, roles } of guarded())
    for (const role of Role.options.filter((one) => !roles.includes(one))) {
      const { status, json } = await world.call(method, path.replace('{id}', v7()), {
        key: ours.keys[role],
      })
      expect([method, path, role, status, json.code]).toEqual([
        method,
        path,
        role,
        403,
        'forbidden',
      ])
    }
})

test('ids of another workspace, and ids that are none, do not exist', async () => {
  for (const { method, path, name } of guarded().filter(({ path }) => path.includes('{id}'))) {
    const body = bodies[name]
    for (const id of [theirs[kindOf(path)] ?? 'missing', v7(), 'null', '%00', '..%2f', 'ü']) {
      const headers = { 'if-match': '"1"' }
      const call = { key: ours.keys.owner, headers, ...(body !== undefined && { body }) }
      const { status, json } = await world.call(method, path.replace('{id}', id), call)
      expect([method, path, id, status, json?.code]).toEqual([method, path, id, 404, 'not-found'])
    }
  }
})

test('lists show nothing of another workspace', async () => {
  for (const { path } of guarded().filter(
    ({ method, path }) => method === 'GET' && !path.includes('{id}'),
  )) {
    if (path === '/v1/live') continue
    const { status, text } = await world.call('GET', path, { key: ours.keys.owner })
    expect([path, status]).toEqual([path, 200])
    for (const id of Object.values(theirs)) expect([path, text.includes(id)]).toEqual([path, false])
  }
})

test('routing cannot name a person of another workspace', async () => {
  const body = { document: routing(theirs['members'] ?? '') }
  const call = { key: ours.keys.owner, headers: { 'if-match': '"0"' }, body }
  const { status, json } = await world.call('PUT', '/v1/routing', call)
  expect([status, json.code]).toEqual([422, 'invalid-document'])
  expect(json.errors.map(({ path }: { path: string }) => path)).toContain(
    'pools.0.members.0.userId',
  )
})

test('a revoked key opens nothing', async () => {
  const { keys } = await world.workspace()
  const { json } = await world.call('POST', '/v1/keys', {
    key: keys.owner,
    body: { name: 'CI', role: 'rep' },
  })
  expect((await world.call('GET', '/v1/forms', { key: json.key })).status).toBe(200)
  await world.call('DELETE', `/v1/keys/${json.id}`, { key: keys.owner })
  expect((await world.call('GET', '/v1/forms', { key: json.key })).status).toBe(401)
})
