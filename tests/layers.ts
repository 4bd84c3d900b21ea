/**
 * Who may import whom. An entry of `values` or `types` is a folder of this repository or a library;
 * it allows everything beneath it. A layer may always import itself; what it may import at run time
 * it may import as a type too.
 */
export type Layer = {
  readonly folder: string
  readonly values: readonly string[] | 'everything'
  readonly types: readonly string[]
  /** Imports that must be found, or the check has gone blind. */
  readonly rests: readonly string[]
}

const SCHEMA = 'packages/schema'
const ENGINE = 'packages/engine'
const EDITING = 'packages/editing'
const INTERCHANGE = 'packages/interchange'
const STORAGE = 'packages/storage'
const DELIVERY = 'packages/delivery'
const API = 'packages/api'
const UI = 'packages/ui'
const WIDGET = 'widget'

const SCREEN = ['preact', '@preact/signals', 'lucide-preact']
const APP = [
  ...SCREEN,
  '@tanstack/preact-query',
  'preact-iso',
  'tinykeys',
  'hono/client',
  UI,
  SCHEMA,
  ENGINE,
]

export const LAYERS: readonly Layer[] = [
  { folder: SCHEMA, values: ['zod'], types: [], rests: ['zod'] },
  { folder: ENGINE, values: [], types: [SCHEMA], rests: [SCHEMA] },
  { folder: EDITING, values: [ENGINE], types: [SCHEMA], rests: [SCHEMA] },
  {
    folder: INTERCHANGE,
    values: [SCHEMA, ENGINE],
    types: [],
    rests: [SCHEMA],
  },
  {
    folder: STORAGE,
    values: ['drizzle-orm', 'better-sqlite3', 'pg', 'node:', SCHEMA],
    types: [],
    rests: [SCHEMA, 'drizzle-orm'],
  },
  {
    folder: API,
    values: [
      'hono',
      '@hono',
      'zod',
      'better-auth',
      'rate-limiter-flexible',
      'prom-client',
      'pino',
      'uuid',
      'nanoid',
      'libphonenumber-js',
      'email-providers',
      'free-email-domains-list',
      'disposable-email-domains-js',
      'temporal-polyfill',
      're2js',
      'file-type',
      'altcha-lib',
      'ipaddr.js',
      'node:',
      SCHEMA,
      ENGINE,
      EDITING,
      INTERCHANGE,
    ],
    types: [STORAGE, DELIVERY],
    rests: [SCHEMA, ENGINE, STORAGE, 'hono'],
  },
  {
    folder: DELIVERY,
    values: [
      'nodemailer',
      'standardwebhooks',
      'ipaddr.js',
      'preact',
      'preact-render-to-string',
      'uuid',
      'node:',
    ],
    types: [STORAGE, SCHEMA],
    rests: [STORAGE, 'nodemailer'],
  },
  { folder: WIDGET, values: ['preact', ENGINE], types: [SCHEMA], rests: [ENGINE, 'preact'] },
  {
    folder: UI,
    values: [...SCREEN, '@fontsource-variable/inter', '@radix-ui/colors'],
    types: [],
    rests: ['preact'],
  },
  {
    folder: 'apps/builder',
    values: [...APP, EDITING, WIDGET],
    types: [API],
    rests: [UI, EDITING, WIDGET],
  },
  { folder: 'apps/inbox', values: APP, types: [API], rests: [UI] },
  {
    folder: 'apps/server',
    values: 'everything',
    types: [],
    rests: [API, DELIVERY, STORAGE],
  },
]

/** Pure: time, ids and chance are arguments. */
export const PURE = [SCHEMA, ENGINE, EDITING]

/** What reaches a database. Only the storage's own dialect folders may, and tests. */
export const DRIVERS = [
  'better-sqlite3',
  'pg',
  'drizzle-orm/better-sqlite3',
  'drizzle-orm/node-postgres',
]
export const DIALECTS = [`${STORAGE}/src/sqlite`, `${STORAGE}/src/postgres`]

/** The one place that chooses a database, and the thread it may put it on. */
export const COMPOSITION = 'apps/server/src/store'

/** The one place that reads the environment. */
export const CONFIGURATION = 'apps/server/src/config.ts'

/** The widget's loader asks its own server for the next chunk, whose address it computes. */
export const LOADER = 'widget/src/loader.ts'
