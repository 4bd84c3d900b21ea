import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type * as engineModule from '@bantam/engine'
import { rolldown } from 'rolldown'

type Engine = typeof engineModule

/** The engine as it ships, in one file without types: other libraries are measured so too. */
export const shippedEngine = async (): Promise<Engine> => {
  const folder = await mkdtemp(join(tmpdir(), 'bantam-bench-'))
  try {
    const input = fileURLToPath(new URL('../packages/engine/src/index.ts', import.meta.url))
    const file = join(folder, 'engine.mjs')
    const bundle = await rolldown({ input })
    await bundle.write({ file, format: 'esm' })
    await bundle.close()
    const engine: Engine = await import(pathToFileURL(file).href)
    return engine
  } finally {
    await rm(folder, { recursive: true })
  }
}
