import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFolder } from './folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bantam-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const key = 'AbCdEfGhIjKlMnOpQrSt_-'

test('bytes come back as they were put, also by another process', async () => {
  const bytes = new Uint8Array([0, 255, 10, 13, 0])
  await openFolder(join(folder, 'made/on/demand')).put(key, bytes)
  const found = await openFolder(join(folder, 'made/on/demand')).get(key)
  expect(found && [...found]).toEqual([...bytes])
})

test('nobody else on the machine can read them', async () => {
  await openFolder(folder).put(key, new Uint8Array(1))
  const mode = (path: string) => statSync(join(folder, path)).mode & 0o777
  expect([mode('Ab'), mode(`Ab/${key}`)]).toEqual([0o700, 0o600])
})

test('what is not there is undefined, and deleting it is no mistake', async () => {
  const files = openFolder(folder)
  expect(await files.get(key)).toBeUndefined()
  await files.delete(key)
  await files.put(key, new Uint8Array(1))
  await files.delete(key)
  expect(await files.get(key)).toBeUndefined()
})

test.each(['../../etc/passwd', 'a/b/c/d/e/f', '..........', 'short', `${key}\0`, ''])(
  'the key %j never leaves the folder',
  async (odd) => {
    const files = openFolder(folder)
    await expect(files.put(odd, new Uint8Array(1))).rejects.toThrow(RangeError)
    await expect(files.get(odd)).rejects.toThrow(RangeError)
    await expect(files.delete(odd)).rejects.toThrow(RangeError)
    expect(readdirSync(folder)).toEqual([])
  },
)

test('a folder that cannot be written fails and leaves nothing half written', async () => {
  writeFileSync(join(folder, 'Ab'), 'a file in the way')
  await expect(openFolder(folder).put(key, new Uint8Array(1))).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['Ab'])
})
