import { fileURLToPath } from 'node:url'
import { install, isInstalled } from './install.js'
import { withLock } from './lock.js'
import { build, staleParts } from './parts.js'

/** @typedef {import('./command.js').Say} Say */

/** The repository's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * Installs and builds what is missing or stale; says nothing when nothing is. A failure is told in
 * words and ends the process with code 1.
 *
 * @param {{ say: Say, force?: boolean }} options
 */
export const makeReady = async ({ say, force = false }) => {
  if (!force && isInstalled(root) && staleParts(root).length === 0) return
  try {
    await withLock(root, say, async () => {
      if (!isInstalled(root)) await install(root, say)
      const stale = staleParts(root, { force })
      if (stale.length > 0) await build(root, stale, say)
    })
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
