/** `npm run budget`: builds the widget aside, tells what a visitor downloads, and fails when it is too much. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWidget } from './build-widget.js'
import { sizesOf } from './sizes.js'

/** Bytes as brotli at its best sends them. */
const LIMITS = { loader: 1500, 'first question': 12_000, everything: 20_000 }

const folder = mkdtempSync(join(tmpdir(), 'bantam-widget-'))
await buildWidget(folder)
const sizes = sizesOf(folder)
rmSync(folder, { recursive: true })

for (const [name, limit] of Object.entries(LIMITS)) {
  const size = sizes[/** @type {keyof typeof LIMITS} */ (name)]
  if (size > limit) process.exitCode = 1
  process.stdout.write(
    `${size > limit ? 'FAIL' : 'pass'}  ${name.padEnd(14)} ${String(size).padStart(6)} of ${limit} bytes\n`,
  )
}
