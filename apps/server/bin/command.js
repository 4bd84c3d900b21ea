import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

/**
 * @typedef {(line: string) => void} Say  prints one line for the person at the terminal
 * @typedef {{ code: number, output: string }} Outcome
 */

/** How often a command that prints nothing is reported as still at work, in milliseconds. */
const REPORT_EVERY = 10_000

/**
 * Runs a command to its end and keeps what it printed, so that a success stays quiet and a failure
 * can be shown whole. While it lasts, `onWait` hears every ten seconds how many have passed.
 *
 * @param {readonly string[]} command
 * @param {{ cwd: string, onWait?: (seconds: number) => void, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<Outcome>}
 */
export const capture = ([program = '', ...args], { cwd, onWait, env }) =>
  new Promise((resolve) => {
    const startedAt = Date.now()
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: needsShell(program),
    })
    let output = ''
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const report = setInterval(() => onWait?.(wholeSeconds(startedAt)), REPORT_EVERY)
    /** @param {number} code */
    const finish = (code) => {
      clearInterval(report)
      resolve({ code, output })
    }
    child.on('error', (error) => {
      output += error.message
      finish(127)
    })
    child.on('close', (code) => finish(code ?? 1))
  })

/**
 * Runs a command in this terminal, its output as it comes; the promise holds its exit code.
 *
 * @param {readonly string[]} command
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>}
 */
export const passThrough = ([program = '', ...args], { cwd, env }) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'inherit',
      shell: needsShell(program),
    })
    child.on('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`)
      resolve(127)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })

/**
 * The npm that runs this command, or the one on the path when started by hand.
 *
 * @returns {string[]}
 */
export const npmCommand = () => {
  const running = process.env['npm_execpath']
  return running?.endsWith('npm-cli.js') ? [process.execPath, running] : ['npm']
}

/**
 * The last lines of an output: where a failed command names its cause.
 *
 * @param {string} output
 */
export const tail = (output, lines = 25) =>
  stripVTControlCharacters(output).trimEnd().split('\n').slice(-lines).join('\n')

/**
 * Time since an instant in words, to a tenth of a second.
 *
 * @param {number} startedAt  epoch milliseconds
 */
export const elapsed = (startedAt) => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`

/** @param {number} startedAt */
const wholeSeconds = (startedAt) => Math.round((Date.now() - startedAt) / 1000)

/**
 * On Windows npm is a script, which only the shell can start.
 *
 * @param {string} program
 */
const needsShell = (program) => process.platform === 'win32' && program === 'npm'
