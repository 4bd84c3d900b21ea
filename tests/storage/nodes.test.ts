import type { EventRecord } from '@bantam/storage'
import { openPostgres } from '@bantam/storage/postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { arrival, landing, newId } from './records.ts'
import { migrationsOf, openPostgresSubject, vault, type Subject } from './subject.ts'

let server: TestPostgres
let nodes: (Subject & { url: string })[] = []
beforeAll(async () => {
  server = await startPostgres()
  const url = await server.createDatabase()
  // Together, as after a deployment: only one of them may migrate at a time.
  nodes = await Promise.all([0, 1].map(() => openPostgresSubject(server, url)))
})
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.close()))
  await server.stop()
})

const hearing = (node: Subject | undefined, workspaceId: string) => {
  const heard: EventRecord[] = []
  const stop = node?.storage.onEvents((events) =>
    heard.push(...events.filter((event) => event.workspaceId === workspaceId)),
  )
  return { heard, stop }
}
const land = async (node: Subject | undefined, arrivals: readonly ReturnType<typeof arrival>[]) =>
  node?.storage.intake.accept(
    arrivals.map(({ request }) => request),
    () => landing(arrivals),
  )

test('every node hears what any node commits, and wakes for its deliveries', async () => {
  const workspaceId = newId()
  const hearings = nodes.map((node) => hearing(node, workspaceId))
  let woken = 0
  const stop = nodes[1]?.storage.onOutbox(() => woken++)
  const [one, other] = [arrival({ workspaceId }), arrival({ workspaceId })]
  await land(nodes[0], [one])
  await land(nodes[1], [other])
  for (const { heard } of hearings)
    await vi.waitFor(() => expect(heard).toEqual([...one.events, ...other.events]))
  expect(woken).toBeGreaterThan(0)
  stop?.()
})

test('a commit too large to name its events is heard whole', async () => {
  const workspaceId = newId()
  const { heard } = hearing(nodes[1], workspaceId)
  const arrivals = Array.from({ length: 150 }, () => arrival({ workspaceId }))
  await land(nodes[0], arrivals)
  await vi.waitFor(() => expect(heard).toEqual(arrivals.flatMap(({ events }) => events)), 5000)
})

test('what happened while a node was cut off reaches it once it is back', async () => {
  const workspaceId = newId()
  const { heard } = hearing(nodes[1], workspaceId)
  const before = arrival({ workspaceId })
  await land(nodes[0], [before])
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  // A commit whose notification the node never got.
  const missed = newId()
  await nodes[0]?.query(
    `INSERT INTO events (workspace_id, id, type, lead_id, data, at)
     VALUES ('${workspaceId}', '${missed}', 'lead.changed', 'lead', '{}', now())`,
  )
  await nodes[0]?.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
  )
  const ids = () => heard.map(({ id }) => id)
  const known = [...before.events.map(({ id }) => id), missed]
  await vi.waitFor(() => expect(ids()).toEqual(known), 5000)
  const after = arrival({ workspaceId })
  await land(nodes[0], [after])
  await vi.waitFor(
    () => expect(ids()).toEqual([...known, ...after.events.map(({ id }) => id)]),
    5000,
  )
})

test('people who are routed at once on two nodes share the credits', async () => {
  const workspaceId = newId()
  const take = async (node: Subject | undefined) => {
    const one = arrival({ workspaceId })
    return node?.storage.intake.accept([one.request], ({ credits }) => ({
      ...landing([one]),
      credits: [
        {
          workspaceId,
          poolId: 'pool',
          userId: 'ada',
          credit: (credits[0]?.credit ?? 0) + 1,
          lastAssignedAt: undefined,
        },
      ],
    }))
  }
  await Promise.all(Array.from({ length: 12 }, (_, at) => take(nodes[at % 2])))
  expect(await nodes[0]?.storage.routing.credits(workspaceId)).toMatchObject([{ credit: 12 }])
})

test('a server that would lose commits at a power cut is refused', async () => {
  const opening = openPostgres({
    url: await server.createDatabase(),
    migrations: migrationsOf('postgres'),
    vault,
  })
  await expect(opening).rejects.toMatchObject({ code: 'database-unsafe' })
})

test('a database that a newer Bantam wrote is refused', async () => {
  const url = await server.createDatabase()
  const node = await openPostgresSubject(server, url)
  await node.query(
    `INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('from the future', 1)`,
  )
  await node.close()
  await expect(openPostgresSubject(server, url)).rejects.toMatchObject({ code: 'database-newer' })
})

test('a server that does not answer is said to be unreachable', async () => {
  const opening = openPostgresSubject(server, 'postgres://postgres@127.0.0.1:1/bantam')
  await expect(opening).rejects.toMatchObject({ name: 'StorageUnavailable', code: 'unreachable' })
})
