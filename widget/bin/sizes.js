import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/**
 * What a visitor downloads of a built widget, in bytes as brotli at its best sends them. Styles are in the chunks;
 * the form's definition is not counted.
 *
 * @param {string} folder
 */
export const sizesOf = (folder) => {
  /** @param {string} path */
  const sizeOf = (path) => brotliCompressSync(readFileSync(join(folder, path))).length
  const chunks = readdirSync(join(folder, 'assets/w')).map((name) => `assets/w/${name}`)
  /** @param {readonly string[]} paths */
  const sum = (paths) => paths.reduce((total, path) => total + sizeOf(path), 0)
  const loader = sizeOf('widget.js')
  return {
    loader,
    'first question': loader + sum(chunks.filter((path) => path.includes('/start-'))),
    everything: loader + sum(chunks),
  }
}
