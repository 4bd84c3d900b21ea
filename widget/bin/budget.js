/** `npm run budget`: builds the widget aside, tells what a visitor downloads, and fails when it is too much. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWidget } from './build-widget.js'
import { sizesOf } from './sizes.js'

/** Bytes as brotli at its best sends them. */
const LIMITS = { loader: 1500, 'first question': 9000, 'every visit': 33_750 }
const LATER = { most: 4000, FileUpload: 12_000 }

const folder = mkdtempSync(join(tmpdir(), 'bantam-widget-'))
await buildWidget(folder)
const { next, later, ...sizes } = sizesOf(folder)
rmSync(folder, { recursive: true })

/**
 * @param {string} name
 * @param {{ size: number, limit: number }} figures
 */
const tell = (name, { size, limit }) => {
  if (size > limit) process.exitCode = 1
  process.stdout.write(
    `${size > limit ? 'FAIL' : 'pass'}  ${name.padEnd(14)} ${String(size).padStart(6)} of ${limit} bytes\n`,
  )
}

for (const [name, limit] of Object.entries(LIMITS))
  tell(name, { size: sizes[/** @type {keyof typeof LIMITS} */ (name)], limit })
for (const { name, size } of [...next, ...later])
  tell(name, { size, limit: name === 'FileUpload' ? LATER.FileUpload : LATER.most })
