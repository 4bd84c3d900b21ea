import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ name: string, folder: string, dependencies: readonly string[] }} Workspace */

/**
 * The workspaces that a build can rest on, by package name.
 *
 * @param {string} root
 * @returns {ReadonlyMap<string, Workspace>}
 */
export const readWorkspaces = (root) => {
  const folders = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
  )
  return new Map(
    [...folders, 'widget']
      .filter((folder) => existsSync(join(root, folder, 'package.json')))
      .map((folder) => {
        const { name, dependencies } = readPackage(join(root, folder))
        return [name, { name, folder, dependencies: Object.keys(dependencies ?? {}) }]
      }),
  )
}

/**
 * The folder of a workspace and of every workspace it rests on, itself first. Packages named in
 * `except` are not followed.
 *
 * @param {ReadonlyMap<string, Workspace>} workspaces
 * @param {string} folder
 * @param {readonly string[]} except
 * @returns {string[]}
 */
export const foldersBeneath = (workspaces, folder, except) => {
  const seen = new Set([folder])
  for (const current of seen) {
    const workspace = [...workspaces.values()].find((candidate) => candidate.folder === current)
    for (const name of workspace?.dependencies ?? []) {
      const below = except.includes(name) ? undefined : workspaces.get(name)
      if (below !== undefined) seen.add(below.folder)
    }
  }
  return [...seen]
}

/**
 * A hash over the names and contents of a folder's sources: tests and products aside. Contents and
 * not times, because a checkout touches every file.
 *
 * @param {string} folder
 */
export const fingerprintOf = (folder) => {
  const hash = createHash('sha256')
  for (const path of sourcesIn(folder, '')) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

const ASIDE = new Set(['node_modules', 'dist', '.types', 'data'])

/**
 * @param {string} folder
 * @param {string} beneath
 * @returns {string[]}
 */
const sourcesIn = (folder, beneath) =>
  readdirSync(join(folder, beneath), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = beneath === '' ? entry.name : `${beneath}/${entry.name}`
      if (entry.isDirectory()) return ASIDE.has(entry.name) ? [] : sourcesIn(folder, path)
      return entry.isFile() && !/\.test\.tsx?$|\.tsbuildinfo$|^\./.test(entry.name) ? [path] : []
    })

/**
 * @param {string} folder
 * @returns {{ name: string, dependencies?: Record<string, string>, scripts?: Record<string, string> }}
 */
export const readPackage = (folder) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
