import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const preact = dirname(createRequire(import.meta.url).resolve('preact/package.json'))

/**
 * Builds what websites load into an empty folder: widget.js, the chunks it imports under assets/w, and the full page
 * with its style and what it says when it stands in a frame.
 *
 * @param {string} outDir
 */
export const buildWidget = async (outDir) => {
  rmSync(outDir, { recursive: true, force: true })
  const mainChunk = await buildChunks(outDir, 'start')
  // Each alone, so that it loads nothing of a form that is not drawn yet.
  const asideChunk = await buildChunks(outDir, 'aside')
  const signalsChunk = await buildChunks(outDir, 'signals')
  const rescueChunk = await buildChunks(outDir, 'rescue')
  const chunks = {
    MAIN_CHUNK: JSON.stringify(mainChunk),
    ASIDE_CHUNK: JSON.stringify(asideChunk),
    SIGNALS_CHUNK: JSON.stringify(signalsChunk),
    RESCUE_CHUNK: JSON.stringify(rescueChunk),
  }
  await buildLoader(outDir, 'widget.js', { ...chunks, EMBEDDED: 'undefined' })
  await buildLoader(outDir, 'embed.js', { ...chunks, EMBEDDED: 'embedded' })
  buildEmbed(outDir, mainChunk)
  const page = readFileSync(`${root}page.html`, 'utf8')
  writeFileSync(`${outDir}/page.html`, page.replaceAll('MAIN_CHUNK', mainChunk))
  copyFileSync(`${root}page.css`, `${outDir}/f.css`)
  copyFileSync(`${root}frame.js`, `${outDir}/f.js`)
}

/**
 * @param {string} outDir
 * @param {'start' | 'aside' | 'signals' | 'rescue'} entry
 * @returns {Promise<string>} the file name of the chunk that the loader asks for
 */
const buildChunks = async (outDir, entry) => {
  const built = await build({
    ...common,
    plugins: [inOneGo],
    build: {
      ...outputTo(outDir),
      // As a library, so that Vite adds no runtime of its own around import().
      lib: { entry: `${root}src/${entry}.ts`, formats: ['es'] },
      rolldownOptions: {
        // What both chunks use lives in the first: a third would cost a round trip.
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: 'assets/w/[name]-[hash:6].js',
          chunkFileNames: 'assets/w/[name]-[hash:6].js',
          // Letters that the code is full of already cost less once compressed.
          hashCharacters: 'base36',
          minify: true,
          comments: false,
          postBanner: compiledAtOnce,
          ...(entry === 'start' && {
            codeSplitting: { includeDependenciesRecursively: false, groups },
          }),
        },
      },
    },
  })
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : []
  const main = outputs.find((chunk) => chunk.type === 'chunk' && chunk.isEntry)
  if (!main) throw new Error(`the build has no chunk of ${entry}`)
  return main.fileName.replace('assets/w/', '')
}

/**
 * What comes while the first question is being read, in files small enough to arrive soon: a whole outfit is needed
 * for the second question, whatever it is, so they are cut by what they do and fetched side by side.
 */
const groups = [
  { name: 'diff', test: /preact\/src\/diff\/(index|children)/ },
  { name: 'answers', test: /engine\/src\/answer\// },
  { name: 'visit', test: /widget\/src\/(open-visit|conversation|outbox|partial|return)\.ts/ },
  // All texts of the engine but what chooses the language, which the first question is drawn with.
  {
    name: 'delivery',
    test: /engine\/src\/(text\/(?!language-among)|conversation\/recall)|widget\/src\/(complaint|more-words|http-transport|storage|visitor|sandbox|website|events)\.ts/,
  },
  { name: 'path', test: /engine\/src\/(condition|conversation)\// },
  {
    name: 'inputs',
    test: /widget\/src\/(equip\.ts|faces\/Closing|more-controls|inputs\/(steps|more-inputs|later-inputs|Consent|Dropdown|LongText|OtherText|Steps|Waiting))/,
  },
]

/**
 * Asks for a chunk together with those that it cannot run without: a browser would only learn of these once the first
 * has come, a round trip later.
 *
 * @satisfies {import('vite').Plugin}
 */
const inOneGo = {
  name: 'in-one-go',
  renderChunk(code, { fileName }, ...[, { chunks }]) {
    /** @param {string} file */
    const neededBy = (file) => {
      const found = new Set([file])
      for (const one of found) for (const other of chunks[one]?.imports ?? []) found.add(other)
      return found
    }
    const here = neededBy(fileName)
    /** @param {string} file */
    const importOf = (file) => `import("./${basename(file)}")`
    return {
      code: code.replaceAll(dynamicImport, (alone, /** @type {string} */ name) => {
        const missing = [...neededBy(`${dirname(fileName)}/${name}`)].filter(
          (one) => !here.has(one),
        )
        return missing.length < 2
          ? alone
          : `Promise.all([${missing.map(importOf).join()}]).then(([chunk]) => chunk)`
      }),
    }
  },
}
const dynamicImport = /import\(["'`]\.\/([^"'`]+)["'`]\)/g

/**
 * A classic script: that is what a tag without type="module" loads.
 *
 * @param {string} outDir
 * @param {string} file
 * @param {Record<string, string>} define
 */
const buildLoader = (outDir, file, define) =>
  build({
    ...common,
    define,
    build: {
      ...outputTo(outDir),
      lib: { entry: `${root}src/loader.ts`, formats: ['iife'], name: 'bantamLoader' },
      rolldownOptions: {
        output: {
          entryFileNames: file,
          // Letters that the code is full of already cost less once compressed.
          hashCharacters: 'base36',
          minify: true,
          ...(file === 'widget.js' && { postBanner: compiledAtOnce }),
        },
      },
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
  // A script of another origin has no address of its own to import from.
  const absolute = code.slice(0, -exported.length).replaceAll('import(`./', 'import(here+`')
  const loader = readFileSync(`${outDir}/embed.js`, 'utf8')
  writeFileSync(
    `${outDir}/embed.js`,
    `${compiledAtOnce}\n(()=>{const here=new URL('.',document.currentScript.src).href,shared=${key}??=(()=>{${absolute};return{${shared}}})(),embedded={start:shared.start,published:PUBLISHED};${loader}})()`,
  )
  mkdirSync(`${outDir}/embed`)
  for (const file of readdirSync(assets)) {
    if (file !== mainChunk) copyFileSync(`${assets}/${file}`, `${outDir}/embed/${file}`)
  }
  const again = pairs.map(([local, name = local]) => `${name}=SHARED.${name}`).join()
  writeFileSync(`${outDir}/embed/${mainChunk}`, `const SHARED=${key};export const ${again}`)
}

/** Tells V8 to compile all of a file while it comes in, beside the page's own thread: nearly all of it runs at once. */
const compiledAtOnce = '//# allFunctionsCalledOnLoad'

/** @satisfies {import('vite').InlineConfig} */
const common = {
  root,
  configFile: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  // Elements can be spoken of before Preact is there.
  resolve: {
    alias: [
      { find: 'preact/jsx-runtime', replacement: `${root}src/drawing/element.ts` },
      { find: 'preact/jsx-dev-runtime', replacement: `${preact}/jsx-runtime/src/index.js` },
      { find: /^preact\/hooks$/, replacement: `${preact}/hooks/src/index.js` },
      { find: /^preact$/, replacement: `${preact}/src/index.js` },
    ],
  },
}

/** @param {string} outDir */
const outputTo = (outDir) => ({
  outDir,
  emptyOutDir: false,
  target: 'es2022',
  cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
})
