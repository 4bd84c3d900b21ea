import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** @typedef {import('./command.js').Say} Say */

const POLL = 250

/**
 * Lets one command at a time prepare a folder: two that start together on a fresh clone would
 * install and build over each other. A lock whose owner is gone is taken over. It lies outside the
 * folder, because an install empties node_modules.
 *
 * @template T
 * @param {string} root
 * @param {Say} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const withLock = async (root, say, work) => {
  const id = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const path = join(tmpdir(), `bantam-${id}.lock`)
  let hasWaited = false
  while (!take(path)) {
    if (isAbandoned(path)) {
      rmSync(path, { force: true })
      continue
    }
    if (!hasWaited) say('Another command is preparing this folder; waiting for it…')
    hasWaited = true
    await new Promise((resolve) => setTimeout(resolve, POLL))
  }
  const release = () => rmSync(path, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** @param {string} path */
const take = (path) => {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** @param {string} path */
const isAbandoned = (path) => {
  try {
    const owner = Number(readFileSync(path, 'utf8'))
    if (!Number.isInteger(owner) || owner <= 0) return false
    process.kill(owner, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

/** @param {unknown} error */
const codeOf = (error) =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
