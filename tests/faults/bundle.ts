import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One change to the text of the built server; `find` stands in exactly one place of it. */
export interface Patch {
  readonly find: string
  readonly put: string
}

/** A built server of its own: a build that runs meanwhile cannot change it. */
export interface Bundle {
  readonly path: string
  remove(): void
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Copies the built server and changes the copy. Throws when a patch no longer has its one place. */
export const copyBundle = (patches: readonly Patch[] = []): Bundle => {
  const folder = mkdtempSync(join(tmpdir(), 'bantam-bundle-'))
  cpSync(join(root, 'apps/server/dist'), folder, {
    recursive: true,
    filter: (path) => !path.endsWith('.map'),
  })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  const files = [
    join(folder, 'bantam.js'),
    join(folder, 'store-thread.js'),
    ...readdirSync(join(folder, 'chunks')).map((name) => join(folder, 'chunks', name)),
  ]
  for (const patch of patches) apply(files, patch)
  return {
    path: join(folder, 'bantam.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const apply = (files: readonly string[], { find, put }: Patch): void => {
  const places = files.flatMap((file) =>
    Array.from({ length: readFileSync(file, 'utf8').split(find).length - 1 }, () => file),
  )
  const [file] = places
  if (file === undefined || places.length !== 1)
    throw new Error(`the built server holds ${places.length} places of: ${find}`)
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(find, () => put),
  )
}
