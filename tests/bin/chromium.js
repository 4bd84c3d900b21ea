import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { capture, tail } from '../../apps/server/bin/command.js'

/**
 * @typedef {import('../../apps/server/bin/command.js').Say} Say
 * @typedef {{ path: string, env: Record<string, string> }} Chromium
 *   the program, and what its environment needs besides the usual
 */

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * A Chromium that runs: the one CHROMIUM_PATH names, the system's, one installed from Debian's
 * packages when we may, or the one that npm brought. Never none.
 *
 * @param {Say} say
 * @returns {Promise<Chromium>}
 * @throws {Error} when CHROMIUM_PATH names a program that does not run, or nothing at all runs
 */
export const findChromium = async (say) => {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) {
    if (runs({ path: chosen, env: {} })) return { path: chosen, env: {} }
    throw new Error(`CHROMIUM_PATH names ${chosen}, which is not a Chromium that runs.`)
  }
  return (
    systemChromium() ??
    unpackedChromium() ??
    (await installedChromium(say)) ??
    (await npmChromium(say))
  )
}

/** @returns {Chromium | undefined} */
const systemChromium = () =>
  SYSTEM.filter((path) => existsSync(path))
    .map((path) => ({ path, env: {} }))
    .find(runs)

/**
 * @param {Say} say
 * @returns {Promise<Chromium | undefined>}
 */
const installedChromium = async (say) => {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined
  say('No browser found: installing Chromium with apt-get…')
  const options = {
    cwd: '/',
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    /** @param {number} seconds */
    onWait: (seconds) => say(`  still installing, ${seconds} s so far`),
  }
  await capture(['apt-get', 'update'], options)
  const { code, output } = await capture(
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    options,
  )
  const found = systemChromium()
  if (found === undefined) say(`apt-get did not bring one (code ${code}):\n${tail(output, 5)}`)
  return found
}

/**
 * Unpacks the Chromium inside @sparticuz/chromium, with the libraries and the font it brings, so
 * that it runs on a system that has neither and for a user who may install nothing.
 *
 * @param {Say} say
 * @returns {Promise<Chromium>}
 */
const npmChromium = async (say) => {
  say('Unpacking the Chromium that npm brought…')
  await unpack()
  const unpacked = unpackedChromium()
  if (unpacked !== undefined) return unpacked
  throw new Error(
    'No Chromium runs on this machine. Install one and name it: CHROMIUM_PATH=/path/to/chromium',
  )
}

const UNPACKED = fileURLToPath(
  new URL('../../node_modules/.cache/bantam-chromium', import.meta.url),
)

/** Written last, so that an unpacking that was cut short is not taken for a browser. */
const COMPLETE = join(UNPACKED, 'complete')

/** @returns {Chromium | undefined} */
const unpackedChromium = () => {
  const libraries = [join(UNPACKED, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean)
  const chromium = {
    path: join(UNPACKED, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.join(delimiter),
      FONTCONFIG_PATH: join(UNPACKED, 'fonts'),
    },
  }
  return existsSync(COMPLETE) && runs(chromium) ? chromium : undefined
}

const unpack = async () => {
  rmSync(UNPACKED, { recursive: true, force: true })
  mkdirSync(UNPACKED, { recursive: true })
  await unpackProgram()
  unpackLibraries()
  writeFileSync(join(UNPACKED, 'fonts', 'fonts.conf'), FONT_SETTINGS)
  writeFileSync(COMPLETE, '')
}

/**
 * The package unpacks into the folder for temporary files and takes whatever it finds there under
 * the right name: it gets a folder of its own for the while.
 */
const unpackProgram = async () => {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = UNPACKED
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    await packaged.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

const unpackLibraries = () => {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const packed = join(dirname(entry), '../../bin/al2023.tar.br')
  const archive = join(UNPACKED, 'libraries.tar')
  writeFileSync(archive, brotliDecompressSync(readFileSync(packed)))
  execFileSync('tar', ['xf', archive], { cwd: UNPACKED })
  rmSync(archive)
}

/** The settings it brings look for fonts in one fixed place, and without a font pages crash. */
const FONT_SETTINGS = [
  '<?xml version="1.0"?>',
  '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
  '<fontconfig>',
  `  <dir>${UNPACKED}/fonts</dir>`,
  '  <dir>/usr/share/fonts</dir>',
  `  <cachedir>${UNPACKED}/fonts-cache</cachedir>`,
  '</fontconfig>',
].join('\n')

/** @param {Chromium} chromium */
const runs = ({ path, env }) =>
  spawnSync(path, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 }).status === 0
