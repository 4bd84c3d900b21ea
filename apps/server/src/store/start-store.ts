import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { leave } from '@bantam/api/crossing'
import type { Intake } from '@bantam/api/intake'
import type { Storage } from '@bantam/storage'
import { createLine } from './line.ts'
import { createRemoteStorage, topics } from './remote-storage.ts'

export interface StoreData {
  readonly file: string
  readonly migrations: string
  readonly secret: Uint8Array
  readonly hasMailServer: boolean
}

interface Started {
  readonly storage: Storage
  readonly intake: Intake
  readonly facts: object
  /** The other thread's memory of published definitions is to be read anew. */
  forget(): void
}

/**
 * Starts the thread that owns the SQLite file. Rejects with what opening it threw. When the thread ends by itself, as it
 * does after a failed commit, so does the process: nobody can know what the disk holds.
 */
export const startStore = async (
  data: StoreData,
  { onFailure }: { onFailure: (error: unknown) => void },
): Promise<Started> => {
  const worker = new Worker(threadFile(), { workerData: data, resourceLimits })
  const line = createLine(worker, {
    hear: (topic, value) =>
      topic === topics.failure ? onFailure(value) : remote.hear(topic, value),
  })
  const remote = createRemoteStorage(line)
  const broken = new Promise<never>((_, reject) => worker.on('error', reject))
  const opened = Promise.race([line.call('open', []), broken])
  const facts = Object(
    await opened.catch(async (error: unknown) => {
      await worker.terminate()
      throw error
    }),
  )
  broken.catch(onFailure)
  const onExit = (code: number) => process.exit(code === 0 ? 1 : code)
  worker.on('exit', onExit)
  return {
    facts,
    storage: {
      ...remote.storage,
      async close() {
        worker.off('exit', onExit)
        await remote.storage.close()
        line.close(new Error('the database is closed'))
        await worker.terminate()
      },
    },
    intake: {
      submit: (submission) =>
        line.call('intake.submit', leave(submission)) as ReturnType<Intake['submit']>,
      drain: async () => void (await line.call('intake.drain', [])),
    },
    forget: () => line.tell(topics.forget, undefined),
  }
}

/** Room for the rows of several batches, which are garbage as soon as they are written. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 }

/** Bundled beside the program that was started. */
const threadFile = () => join(dirname(process.argv[1] ?? ''), 'store-thread.js')
