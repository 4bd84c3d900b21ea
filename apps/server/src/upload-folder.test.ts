import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeUploadFolder } from './upload-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bantam-uploads-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the folder is made with those above it, for nobody else, and may be there already', () => {
  const uploads = join(folder, 'made/on/demand')
  expect(makeUploadFolder(uploads)).toBe(uploads)
  expect(makeUploadFolder(uploads)).toBe(uploads)
  expect(statSync(uploads).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'made')).mode & 0o777).toBe(0o700)
})

test.each(['taken', 'taken/uploads', 'taken/by/uploads'])(
  'a file is in the place of %s: the setting is named',
  (path) => {
    writeFileSync(join(folder, 'taken'), '')
    expect(() => makeUploadFolder(join(folder, path))).toThrow(
      `FILES_URL: ${join(folder, path)} cannot be used`,
    )
  },
)
