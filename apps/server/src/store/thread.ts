import { parentPort, workerData } from 'node:worker_threads'
import { arrive } from '@bantam/api/crossing'
import { createDirectory } from '@bantam/api/directory'
import { createIntake } from '@bantam/api/intake'
import { createVault, type Storage } from '@bantam/storage'
import { openSqlite } from '@bantam/storage/sqlite'
import { newId } from '../new-id.ts'
import { createLine, type Ears } from './line.ts'
import { topics } from './remote-storage.ts'
import type { StoreData } from './start-store.ts'

/** Small enough that the next ones are prepared while these are written, large enough that the flush is a small part. */
const largestBatch = 32

/**
 * The thread that owns the SQLite file: every read, every commit and the decisions between them happen here, so that the
 * thread which answers HTTP never waits for the disk.
 */
const open = async ({ file, migrations, secret, hasMailServer }: StoreData): Promise<Ears> => {
  const { storage, facts } = await openSqlite({
    file,
    migrations,
    vault: createVault(secret),
    isServed: true,
    log: (error) => line.tell(topics.failure, String(error)),
  })
  storage.onEvents((events) => line.tell(topics.events, events))
  storage.onOutbox(() => line.tell(topics.outbox, undefined))
  const directory = createDirectory(storage, Date.now)
  const clock = () => new Date()
  const intake = createIntake(storage, { clock, newId, hasMailServer, largestBatch })

  // The other side is this program's own code: what it sends was prepared there.
  const submit = async ([rest = '', said = '']: readonly string[]) =>
    intake.submit(
      await arrive([rest, said], async ({ workspaceId, formId, version }) => {
        const [form, definitions] = await Promise.all([
          directory.version({ workspaceId, formId }, version),
          directory.definitions(workspaceId),
        ])
        if (!form) throw new Error(`form ${formId} has no version ${version}`)
        return { form, definitions }
      }),
    )
  const own: { readonly [name: string]: (given: readonly unknown[]) => unknown } = {
    open: () => facts,
    'intake.submit': (texts) => submit(texts.map(String)),
    'intake.drain': () => intake.drain(),
  }
  return {
    hear: () => directory.forget(),
    answer: async (name, given) => {
      const answer = own[name]
      return answer ? answer(given) : perform(storage, name, given)
    },
  }
}

/** Calls `forms.find`, or `ready`, by its name. */
const perform = (storage: Storage, ...[name, given]: [string, readonly unknown[]]): unknown => {
  const [store, method] = name.split('.')
  const owner: unknown = method === undefined ? storage : Reflect.get(storage, String(store))
  const found: unknown = Reflect.get(Object(owner), method ?? name)
  if (typeof found !== 'function') throw new Error(`the storage has no ${name}`)
  return Reflect.apply(found, owner, given)
}

if (!parentPort) throw new Error('this file is a thread of the server and runs nowhere else')
const line = createLine(parentPort, {
  answer: async (name, given) => (await opened).answer(name, given),
  hear: (topic, value) => void opened.then(({ hear }) => hear(topic, value)),
})
const opened = open(workerData as StoreData)
opened.catch(() => undefined)
