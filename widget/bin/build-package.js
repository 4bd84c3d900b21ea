import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const typescript = createRequire(import.meta.url).resolve('typescript/package.json')

/**
 * Builds what websites install from npm into an empty folder: the typed client, without the widget itself, which the
 * server serves in the version that fits it.
 *
 * @param {string} outDir
 */
export const buildPackage = async (outDir) => {
  rmSync(outDir, { recursive: true, force: true })
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: `${root}src/client.ts`, formats: ['es'], fileName: () => 'client.js' },
    },
  })
  writeTypes(outDir)
  const { name, version, license } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  const entry = { types: './client.d.ts', default: './client.js' }
  const about = { name, version, license, type: 'module', exports: { '.': entry } }
  writeFileSync(`${outDir}/package.json`, `${JSON.stringify(about, undefined, 2)}\n`)
}

/** @param {string} outDir */
const writeTypes = (outDir) => {
  const options =
    '--declaration --emitDeclarationOnly --allowImportingTsExtensions --strict --skipLibCheck --module esnext --moduleResolution bundler --target es2023 --types'
  const args = [
    join(dirname(typescript), 'bin/tsc'),
    '--ignoreConfig',
    ...options.split(' '),
    '',
    '--outDir',
    outDir,
  ]
  execFileSync(process.execPath, [...args, `${root}src/client.ts`], { stdio: 'inherit' })
  for (const file of readdirSync(outDir).filter((name) => name.endsWith('.d.ts'))) {
    const text = readFileSync(`${outDir}/${file}`, 'utf8')
    writeFileSync(`${outDir}/${file}`, text.replaceAll(/(from '\.\/[^']+)\.ts'/g, "$1.js'"))
  }
}
