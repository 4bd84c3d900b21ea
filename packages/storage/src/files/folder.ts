import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from '../port.ts'

/** Files in a folder of this machine, which is made when it is missing. With several nodes it must be one they share. */
export const openFolder = (folder: string): Files => {
  /** Two letters deep, so that no folder grows without end. */
  const placeOf = (key: string) => {
    if (!/^[\w-]{8,100}$/.test(key)) throw new RangeError('the key of a file is letters and digits')
    return join(folder, key.slice(0, 2), key)
  }
  return {
    async put(key, bytes) {
      const place = placeOf(key)
      const draft = `${place}.${randomUUID()}`
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      try {
        await written(draft, bytes)
        await rename(draft, place)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
      await synced(dirname(place))
    },
    async get(key) {
      try {
        return await readFile(placeOf(key))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    async delete(key) {
      await rm(placeOf(key), { force: true })
    },
  }
}

const written = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is on disk when its folder is. */
const synced = async (folder: string): Promise<void> => {
  const file = await open(folder, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
