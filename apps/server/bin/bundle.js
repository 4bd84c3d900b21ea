/**
 * Bundles the server: one entry, and a chunk for each dynamic import, so that what only some
 * commands need is loaded by those alone.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'rolldown'
import { root } from './ready.js'

/** Native, or reading files beside their own: these stay in node_modules. */
const EXTERNAL = ['better-sqlite3', 'pg', 'pg-native', 'pino']

const server = join(root, 'apps/server')

rmSync(join(server, 'dist'), { recursive: true, force: true })
await build({
  input: {
    bantam: join(server, 'src/main.ts'),
    'store-thread': join(server, 'src/store/thread.ts'),
  },
  cwd: server,
  platform: 'node',
  external: EXTERNAL,
  transform: { target: 'node20' },
  // A module that is not found is taken for an external one, and missed only when it is needed.
  onLog: (level, log, handle) => handle(log.code === 'UNRESOLVED_IMPORT' ? 'error' : level, log),
  output: {
    dir: join(server, 'dist'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
  },
})
