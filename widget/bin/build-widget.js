import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  await buildLoader(outDir, { file: 'widget.js', mainChunk, embedded: 'undefined' })
  await buildLoader(outDir, { file: 'embed.js', mainChunk, embedded: 'embedded' })
  buildEmbed(outDir, mainChunk)
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
 * @param {{ file: string, mainChunk: string, embedded: string }} options
 */
const buildLoader = (outDir, { file, mainChunk, embedded }) =>
  build({
    ...common,
    define: { MAIN_CHUNK: JSON.stringify(mainChunk), EMBEDDED: embedded },
    build: {
      ...outputTo(outDir),
      lib: { entry: `${root}src/loader.ts`, formats: ['iife'], name: 'bantamLoader' },
      rolldownOptions: { output: { entryFileNames: file, minify: true } },
    },
  })

/**
 * The template of `/embed/FORM.js`: main chunk and loader in one classic script, with a place for the form. The later
 * chunks stand once more beside it, in a folder where the name of the main chunk leads to what the script has run
 * already: a second copy would not share its state.
 *
 * @param {string} outDir
 * @param {string} mainChunk
 */
const buildEmbed = (outDir, mainChunk) => {
  const assets = `${outDir}/assets/w`
  const code = readFileSync(`${assets}/${mainChunk}`, 'utf8')
  const [exported = '', names = ''] = /export\{([^}]*)\};?\s*$/.exec(code) ?? []
  const pairs = names.split(',').map((pair) => pair.split(' as '))
  if (!exported || /^import[{"]/m.test(code)) throw new Error('the main chunk has another shape')
  const key = `globalThis[Symbol.for(${JSON.stringify(`bantam ${mainChunk}`)})]`
  const shared = pairs.map(([local, name = local]) => `${name}:${local}`).join()
  const loader = readFileSync(`${outDir}/embed.js`, 'utf8')
  writeFileSync(
    `${outDir}/embed.js`,
    `(()=>{const shared=${key}??=(()=>{${code.slice(0, -exported.length)};return{${shared}}})(),embedded={start:shared.start,published:PUBLISHED};${loader}})()`,
  )
  mkdirSync(`${outDir}/embed`)
  for (const file of readdirSync(assets)) {
    if (file !== mainChunk) copyFileSync(`${assets}/${file}`, `${outDir}/embed/${file}`)
  }
  const again = pairs.map(([local, name = local]) => `${name}=s.${name}`).join()
  writeFileSync(`${outDir}/embed/${mainChunk}`, `const s=${key};export const ${again}`)
}

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
