import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from './part.ts'
import { parts } from './parts.ts'
import { load, resultsOf, tableOf } from './report.ts'

// `npm run bench`: every part, and bench/results.md. `npm run bench -- NAME …`: those parts, printed only.
const say = (line: string) => process.stdout.write(`${line}\n`)

const run = async (names: readonly string[]): Promise<number> => {
  const unknown = names.filter((name) => !parts.some((part) => part.name === name))
  if (unknown.length > 0) {
    const known = parts.map((part) => part.name).join(', ')
    process.stderr.write(`No part is called ${unknown.join(', ')}. There are: ${known}.\n`)
    return 2
  }
  const date = new Date()
  const atStart = load()
  const chosen = parts.filter(({ name }) => names.length === 0 || names.includes(name))
  const rows: Row[] = []
  for (const [at, part] of chosen.entries()) {
    say(`[${at + 1}/${chosen.length}] ${part.name}…`)
    const startedAt = Date.now()
    const found = await part.run()
    rows.push(...found)
    say(`${tableOf(found)}\n${((Date.now() - startedAt) / 1000).toFixed(0)} s\n`)
  }
  if (chosen.length > 1) say(tableOf(rows))
  if (chosen.length < parts.length) return 0
  const results = await resultsOf({ parts, rows }, { date, loads: [atStart, load()] })
  writeFileSync(join(import.meta.dirname, 'results.md'), results)
  say('\nWritten to bench/results.md')
  return 0
}

process.exitCode = await run(process.argv.slice(2))
