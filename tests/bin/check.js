/**
 * `npm run check`: everything that must hold before a change is taken. Nothing stops at a failure;
 * the table at the end tells them all.
 */
import '../../apps/server/bin/node-version.js'
import { join } from 'node:path'
import { elapsed, npmCommand, passThrough } from '../../apps/server/bin/command.js'
import { root } from '../../apps/server/bin/ready.js'

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`)

/**
 * A development tool by the script that starts it, so that no shell and no path is needed.
 *
 * @param {string} path  beneath node_modules
 * @param {readonly string[]} args
 */
const tool = (path, ...args) => [process.execPath, join(root, 'node_modules', path), ...args]

/** @type {readonly (readonly [name: string, command: readonly string[]])[]} */
const STEPS = [
  ['build', [process.execPath, join(root, 'apps/server/bin/build.js')]],
  ['format', tool('oxfmt/bin/oxfmt', '--check')],
  ['lint', tool('oxlint/bin/oxlint', '--type-aware')],
  ['types', tool('typescript/bin/tsc', '-b')],
  ['unused code', tool('knip/bin/knip.js')],
  ['architecture', tool('vitest/vitest.mjs', 'run', 'tests/architecture.test.ts')],
  ['widget size', [...npmCommand(), 'run', '--silent', 'budget', '--workspace', '@bantam/widget']],
  ['tests', [process.execPath, join(root, 'tests/bin/test.js')]],
]

const results = []
for (const [name, command] of STEPS) {
  say(`\n── ${name}`)
  const startedAt = Date.now()
  const code = await passThrough(command, { cwd: root })
  results.push({ name, hasPassed: code === 0, took: elapsed(startedAt) })
}

say('\n── check')
for (const { name, hasPassed, took } of results) {
  say(`${hasPassed ? 'pass' : 'FAIL'}  ${name.padEnd(14)} ${took.padStart(8)}`)
}
process.exitCode = results.every(({ hasPassed }) => hasPassed) ? 0 : 1
