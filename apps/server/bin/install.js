import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture, elapsed, npmCommand, tail } from './command.js'

/**
 * @typedef {import('./command.js').Say} Say
 * @typedef {{ version?: string, link?: boolean, optional?: boolean }} LockedPackage
 */

/**
 * Whether node_modules holds what package-lock.json asks for, compiled for this Node. The answer of
 * one look is kept in a stamp; a node_modules laid by hand with npm is recognised and stamped.
 *
 * @param {string} root
 */
export const isInstalled = (root) => {
  const stamp = stampOf(root)
  const kept = readIfThere(stampPath(root))
  if (kept === stamp) return true
  const isOfAnotherNode = kept !== undefined && engineOf(kept) !== engineOf(stamp)
  if (isOfAnotherNode || !holdsWhatIsLocked(root)) return false
  writeFileSync(stampPath(root), stamp)
  return true
}

/**
 * Installs exactly what package-lock.json names, development tools included, whatever NODE_ENV says:
 * the build needs them.
 *
 * @param {string} root
 * @param {Say} say
 * @throws {Error} with npm's own last words and what to do about them
 */
export const install = async (root, say) => {
  const startedAt = Date.now()
  say('Installing dependencies (once; a minute or two)…')
  const { code, output } = await capture(
    [...npmCommand(), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, onWait: (seconds) => say(`  still installing, ${seconds} s so far`) },
  )
  if (code !== 0) throw new Error(failureOf(output))
  writeFileSync(stampPath(root), stampOf(root))
  say(`Installed in ${elapsed(startedAt)}`)
}

/** @param {string} root */
const stampPath = (root) => join(root, 'node_modules', '.bantam-installed')

/**
 * Native modules are compiled for one Node ABI on one platform, so these belong to the stamp.
 *
 * @param {string} root
 */
const stampOf = (root) => {
  const locked = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const { platform, arch, versions } = process
  return `${locked.digest('hex')} ${platform}-${arch}-${versions.modules}`
}

/** @param {string} stamp */
const engineOf = (stamp) => stamp.split(' ')[1]

/**
 * npm leaves a list of what it has laid in node_modules; only once all of it is there.
 *
 * @param {string} root
 */
const holdsWhatIsLocked = (root) => {
  const laid = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  const locked = packagesIn(join(root, 'package-lock.json'))
  if (laid === undefined || locked === undefined) return false
  return Object.entries(locked)
    .filter(([path, { link, optional }]) => path.includes('node_modules/') && !link && !optional)
    .every(([path, { version }]) => laid[path]?.version === version)
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage> | undefined}
 */
const packagesIn = (path) => {
  const text = readIfThere(path)
  return text === undefined ? undefined : JSON.parse(text).packages
}

/** @param {string} path */
const readIfThere = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** @param {string} output */
const failureOf = (output) => {
  const hint = /gyp|better-sqlite3/.test(output)
    ? 'The SQLite driver had to be compiled and could not be. It needs a C++ compiler, make and\n' +
      'Python 3 (on Debian or Ubuntu: apt-get install -y g++ make python3).'
    : 'Check the network and the registry npm is set to use (npm config get registry).'
  return `npm ci did not succeed:\n\n${tail(output)}\n\n${hint}\nThen run the same command again.`
}
