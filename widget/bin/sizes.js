import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/**
 * What a visitor downloads of a built widget, in bytes as brotli at its best sends them. Styles are in the chunks;
 * the form's definition is not counted. `next` holds the chunks that come side by side while the first question is
 * being read, each by its name; `later` those that come only sometimes, such as with certain kinds of question, each
 * with all that it alone brings along.
 *
 * @param {string} folder
 */
export const sizesOf = (folder) => {
  const assets = join(folder, 'assets/w')
  const files = readdirSync(assets)
  /** @param {string} file */
  const nameOf = (file) => file.replace(/-.{6}\.js$/, '')
  /** @param {string} path */
  const sizeOf = (path) => brotliCompressSync(readFileSync(path)).length
  /** @param {Iterable<string>} some */
  const sum = (some) => [...some].reduce((total, file) => total + sizeOf(join(assets, file)), 0)

  /**
   * The chunks that must have come before those named can run, themselves included.
   *
   * @param {readonly string[]} wanted
   */
  const closure = (wanted) => {
    const found = new Set(wanted)
    for (const file of found)
      for (const [, other = ''] of readFileSync(join(assets, file), 'utf8').matchAll(
        /(?:from|import)"\.\/([^"]+)"/g,
      ))
        found.add(other)
    return found
  }
  /** @param {readonly string[]} names */
  const called = (names) => files.filter((file) => names.includes(nameOf(file)))

  const loader = sizeOf(join(folder, 'widget.js'))
  const early = closure(called(['start', 'outfit']))
  const first = closure(called(['start']))
  const next = [...early].filter((file) => !first.has(file))
  const later = files.filter((file) => !early.has(file))
  const needed = new Set(
    later.flatMap((file) => [...closure([file])].filter((one) => one !== file)),
  )
  return {
    loader,
    'first question': loader + sum(first),
    'every visit': loader + sum(early),
    everything: loader + sum(files),
    next: next.map((file) => ({ name: nameOf(file), size: sum([file]) })),
    later: later
      .filter((file) => !needed.has(file))
      .map((file) => ({
        name: nameOf(file),
        size: sum([...closure([file])].filter((one) => !early.has(one))),
      })),
  }
}
