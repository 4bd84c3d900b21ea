import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture, elapsed, npmCommand, tail } from './command.js'
import { fingerprintOf, foldersBeneath, readPackage, readWorkspaces } from './workspaces.js'

/**
 * @typedef {import('./command.js').Say} Say
 * @typedef {{ name: string, folder: string, typesOnly: readonly string[] }} Part
 * @typedef {Part & { fingerprint: string }} StalePart
 */

/**
 * What is built before Bantam can run. The apps take only types from the API, which a build erases,
 * so a change there leaves them as they are.
 *
 * @type {readonly Part[]}
 */
const PARTS = [
  { name: 'widget', folder: 'widget', typesOnly: ['@bantam/schema'] },
  { name: 'builder', folder: 'apps/builder', typesOnly: ['@bantam/api'] },
  { name: 'inbox', folder: 'apps/inbox', typesOnly: ['@bantam/api'] },
  { name: 'server', folder: 'apps/server', typesOnly: [] },
]

/** Besides a part's own folders: versions of what is bundled, and the settings of the compiler. */
const SHARED_INPUTS = ['package-lock.json', 'tsconfig.base.json']

/**
 * The parts whose inputs differ from those of their last build.
 *
 * @param {string} root
 * @param {{ force?: boolean }} [options]
 * @returns {StalePart[]}
 */
export const staleParts = (root, { force = false } = {}) => {
  const workspaces = readWorkspaces(root)
  /** @type {Map<string, string>} */
  const known = new Map()
  /** @param {string} folder */
  const fingerprint = (folder) => {
    const value = known.get(folder) ?? fingerprintOf(join(root, folder))
    known.set(folder, value)
    return value
  }
  const shared = SHARED_INPUTS.map((path) => readFileSync(join(root, path)))
  return PARTS.map((part) => {
    const hash = createHash('sha256')
    for (const input of shared) hash.update(input)
    for (const folder of foldersBeneath(workspaces, part.folder, part.typesOnly)) {
      hash.update(`${folder} ${fingerprint(folder)}\n`)
    }
    return { ...part, fingerprint: hash.digest('hex') }
  }).filter((part) => force || keptFingerprint(root, part) !== part.fingerprint)
}

/**
 * Builds the parts side by side, each in a process of its own, and stamps those that succeed.
 *
 * @param {string} root
 * @param {readonly StalePart[]} parts
 * @param {Say} say
 * @throws {Error} naming every part that failed, with the builder's own last words
 */
export const build = async (root, parts, say) => {
  say(`Building ${parts.map(({ name }) => name).join(', ')}…`)
  const failures = await Promise.all(parts.map((part) => buildPart(root, part, say)))
  const told = failures.filter((failure) => failure !== undefined)
  if (told.length > 0) throw new Error(told.join('\n\n'))
}

/**
 * @param {string} root
 * @param {StalePart} part
 * @param {Say} say
 * @returns {Promise<string | undefined>} what went wrong
 */
const buildPart = async (root, part, say) => {
  const startedAt = Date.now()
  const cwd = join(root, part.folder)
  const { code, output } = await capture(builderOf(root, part), {
    cwd,
    onWait: (seconds) => say(`  still building the ${part.name}, ${seconds} s so far`),
    env: { NODE_ENV: 'production' },
  })
  if (code !== 0) return `The ${part.name} could not be built:\n\n${tail(output)}`
  writeFileSync(stampPath(root, part), part.fingerprint)
  say(`Built the ${part.name} in ${elapsed(startedAt)}`)
  return undefined
}

/**
 * The server is bundled here; a front builds itself, by its own script where it has one.
 *
 * @param {string} root
 * @param {Part} part
 * @returns {string[]}
 */
const builderOf = (root, { name, folder }) => {
  if (name === 'server') return [process.execPath, join(root, 'apps/server/bin/bundle.js')]
  if (readPackage(join(root, folder)).scripts?.['build'] !== undefined) {
    return [...npmCommand(), 'run', '--silent', 'build']
  }
  return [process.execPath, join(root, 'node_modules/vite/bin/vite.js'), 'build']
}

/**
 * @param {string} root
 * @param {Part} part
 */
const keptFingerprint = (root, part) =>
  existsSync(stampPath(root, part)) ? readFileSync(stampPath(root, part), 'utf8') : undefined

/**
 * Inside the product, so that whoever removes the one removes the other.
 *
 * @param {string} root
 * @param {Part} part
 */
const stampPath = (root, { folder }) => join(root, folder, 'dist', '.fingerprint')
