import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Builds what websites load into an empty folder: widget.js, the chunks it imports under assets/w, and the full page
 * with its style.
 *
 * @param {string} outDir
 */
export const buildWidget = async (outDir) => {
  rmSync(outDir, { recursive: true, force: true })
  const mainChunk = await buildChunks(outDir)
  await buildLoader(outDir, mainChunk)
  const page = readFileSync(`${root}page.html`, 'utf8')
  writeFileSync(`${outDir}/page.html`, page.replaceAll('MAIN_CHUNK', mainChunk))
  copyFileSync(`${root}page.css`, `${outDir}/f.css`)
}

/**
 * @param {string} outDir
 * @returns {Promise<string>} the file name of the chunk that draws the first question
 */
const buildChunks = async (outDir) => {
  const built = await build({
    ...common,
    build: {
      ...outputTo(outDir),
      // As a library, so that Vite adds no runtime of its own around import().
      lib: { entry: `${root}src/start.ts`, formats: ['es'] },
      rolldownOptions: {
        // What both chunks use lives in the first: a third would cost a round trip.
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: 'assets/w/[name]-[hash].js',
          chunkFileNames: 'assets/w/[name]-[hash].js',
          minify: true,
        },
      },
    },
  })
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : []
  const entry = outputs.find((chunk) => chunk.type === 'chunk' && chunk.isEntry)
  if (!entry) throw new Error('the build has no main chunk')
  return entry.fileName.replace('assets/w/', '')
}

/**
 * A classic script: that is what a tag without type="module" loads.
 *
 * @param {string} outDir
 * @param {string} mainChunk
 */
const buildLoader = (outDir, mainChunk) =>
  build({
    ...common,
    define: { MAIN_CHUNK: JSON.stringify(mainChunk) },
    build: {
      ...outputTo(outDir),
      lib: { entry: `${root}src/loader.ts`, formats: ['iife'], name: 'bantamLoader' },
      rolldownOptions: { output: { entryFileNames: 'widget.js', minify: true } },
    },
  })

/** @satisfies {import('vite').InlineConfig} */
const common = {
  root,
  configFile: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}

/** @param {string} outDir */
const outputTo = (outDir) => ({
  outDir,
  emptyOutDir: false,
  target: 'es2022',
  cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
})
