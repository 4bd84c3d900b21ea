import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../apps/server/bin/ready.js'

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 * @typedef {{ assertionResults: readonly unknown[], status: string }} ReportedFile
 * @typedef {{
 *   numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly ReportedFile[]
 * }} Report
 */

/**
 * Runs vitest in this terminal and counts what it did. A file that could not be loaded counts as one
 * failure, and so does a run that failed outside of any test.
 *
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<Tally>}
 */
export const runVitest = async (args, env = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'bantam-tests-'))
  const report = join(folder, 'report.json')
  try {
    const code = await vitest([...args, '--reporter=json', `--outputFile.json=${report}`], env)
    const tally = tallyOf(report)
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {Tally} tally */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/**
 * A run that tried nothing has proved nothing.
 *
 * @param {Tally} tally
 */
export const isGreen = ({ passed, failed }) => failed === 0 && passed > 0

/**
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<number>}
 */
const vitest = (args, env) =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', ...args],
      { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] },
    )
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
      process.on(signal, () => child.kill(signal))
    }
    child.on('close', (code) => resolve(code ?? 1))
  })

/**
 * @param {string} path
 * @returns {Tally}
 */
const tallyOf = (path) => {
  const report = readReport(path)
  if (report === undefined) return { passed: 0, failed: 0, skipped: 0 }
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * @param {string} path
 * @returns {Report | undefined}
 */
const readReport = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
