import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './ready.js'

/**
 * Turns this process into the server or one of its commands. No child: signals, the terminal and the
 * exit code are then the program's own, and nothing idle stays in memory beside it.
 *
 * @param {readonly string[]} args  the command and its options
 */
export const run = async (args) => {
  const bundle = join(root, 'apps/server/dist/bantam.js')
  process.argv = [process.execPath, bundle, '--root', root, ...args]
  await import(pathToFileURL(bundle).href)
}
