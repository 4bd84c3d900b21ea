import { cpus, loadavg, totalmem } from 'node:os'
import { launch } from '../tests/browser.ts'
import type { Part, Row } from './part.ts'

const heads = ['Figure', 'Bantam', 'Reference', 'Ratio', 'Target', 'Reached'] as const

/** The rows under their heads, as a Markdown table whose columns line up. */
export const tableOf = (rows: readonly Row[]): string => {
  const lines = [heads, ...rows.map(cellsOf)]
  const widths = heads.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)))
  const [head, ...rest] = lines.map(
    (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  )
  return [head, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rest].join('\n')
}

const cellsOf = (row: Row): readonly string[] => [
  row.figure,
  row.measured,
  row.reference ?? '',
  row.ratio === undefined ? '' : `${row.ratio.toFixed(row.ratio < 10 ? 2 : 0)} ×`,
  row.target ?? '',
  row.isReached === undefined ? '' : row.isReached ? 'yes' : 'no',
]

/** How busy the machine has been in the last minute. */
export const load = (): string => (loadavg()[0] ?? 0).toFixed(2)

/** `bench/results.md`. */
export const resultsOf = async (
  given: { readonly parts: readonly Part[]; readonly rows: readonly Row[] },
  during: { readonly date: Date; readonly loads: readonly [start: string, end: string] },
): Promise<string> => {
  const browser = await launch()
  const chromium = browser.version()
  await browser.close()
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `# Benchmark results

${during.date.toISOString().slice(0, 10)}, by \`npm run bench\`. ${cpus().length} cores, ${memory} GiB of memory, Node ${process.versions.node}, Chromium ${chromium}.
Load average at the start ${during.loads[0]}, at the end ${during.loads[1]}. Ratio is Bantam's figure to the reference's of the same run.

${tableOf(given.rows)}

## How

${given.parts.map(({ name, method }) => `- **${name}**: ${method}`).join('\n')}
`
}
