import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { importsOf, reachable, readPackages, readSources, type Source } from './imports.ts'
import { LAYERS } from './layers.ts'
import {
  blindSpots,
  cycles,
  environmentReaders,
  hollowNames,
  impurities,
  isOfTests,
  looseDrivers,
  overlong,
  strays,
  testsInProduct,
  type Findings,
} from './rules.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const packages = readPackages(root)
const everything = readSources(root, {
  folders: ['apps', 'packages', 'widget', 'tests', 'bench'],
  endings: /\.(tsx?|js|css)$/,
})
const product = everything.filter(
  ({ path }) => /^(apps|packages)\/[^/]+\/src\/|^widget\/src\//.test(path) && /\.tsx?$/.test(path),
)
const shipped = product.filter(({ path }) => !isOfTests(path))
const imports = importsOf(shipped, packages)

test.each(LAYERS.map(({ folder }) => folder))('%s imports only what it may', (folder) => {
  expect(strays(imports.filter(({ from }) => from.startsWith(`${folder}/`)))).toEqual([])
})

test('every layer was seen to import what it rests on', () => {
  expect(blindSpots(imports)).toEqual([])
})

test('no layer rests on itself by way of others', () => {
  expect(cycles(imports)).toEqual([])
})

test('the widget rests on the engine and ships no validator', () => {
  const entries = shipped.filter(({ path }) => path.startsWith('widget/')).map(({ path }) => path)
  const loaded = new Set(entries.flatMap((entry) => [...reachable(imports, entry)]))
  expect(loaded).toContain('packages/engine/src/index.ts')
  expect(loaded).not.toContain('zod')
})

test('databases are reached from the dialects and chosen in one place', () => {
  expect(looseDrivers(imports)).toEqual([])
})

test('the product loads nothing that is for tests', () => {
  expect(testsInProduct(imports)).toEqual([])
})

test('schema, engine and editing take time, chance and the world as arguments', () => {
  expect(impurities(shipped)).toEqual([])
})

test('one file reads the environment', () => {
  expect(environmentReaders(shipped)).toEqual([])
})

test('no file is too long to read', () => {
  expect(overlong(everything)).toEqual([])
})

test('every name says what is inside', () => {
  expect(hollowNames(everything)).toEqual([])
})

test('both databases have the same migrations', () => {
  const [sqlite, postgres] = ['sqlite', 'postgres'].map((dialect) => migrationsOf(dialect))
  expect(sqlite).toBeGreaterThan(0)
  expect(postgres).toBe(sqlite)
})

const migrationsOf = (dialect: string): number =>
  readdirSync(new URL(`../migrations/${dialect}`, import.meta.url)).filter((name) =>
    name.endsWith('.sql'),
  ).length

/** A repository of one file, breaking one rule: a rule that does not see it is worth nothing. */
const violations: {
  rule: string
  check: (sources: Source[]) => Findings
  path: string
  text: string
}[] = [
  ...[
    { path: 'packages/engine/src/a.ts', text: "import { Form } from '@bantam/schema'" },
    { path: 'packages/engine/src/a.ts', text: "import { type Form } from '@bantam/schema'" },
    { path: 'packages/engine/src/a.ts', text: "export { Form } from '@bantam/schema'" },
    { path: 'packages/engine/src/a.ts', text: "export const a = await import('@bantam/schema')" },
    { path: 'packages/engine/src/a.ts', text: 'export const a = await import(name)' },
    { path: 'packages/engine/src/a.ts', text: "import type { Api } from '@bantam/api'" },
    { path: 'packages/schema/src/a.ts', text: "import { randomUUID } from 'node:crypto'" },
    { path: 'packages/schema/src/a.ts', text: "type A = import('@bantam/engine').Turn" },
    { path: 'packages/storage/src/a.ts', text: "import { turn } from '@bantam/engine'" },
    { path: 'packages/api/src/a.ts', text: "import { drizzle } from 'drizzle-orm'" },
    { path: 'packages/api/src/a.ts', text: "import { connect } from '@bantam/storage'" },
    { path: 'packages/ui/src/A.tsx', text: "import type { Lead } from '@bantam/schema'" },
    { path: 'widget/src/a.ts', text: "import '../../packages/schema/src/index.ts'" },
    { path: 'apps/inbox/src/a.ts', text: "import { createApi } from '@bantam/api'" },
    { path: 'apps/inbox/src/a.ts', text: "import { Hono } from 'hono'" },
    { path: 'apps/inbox/src/a.ts', text: "import { mount } from '@bantam/widget'" },
  ].map((one) => ({
    ...one,
    rule: 'layers',
    check: (sources: Source[]) => strays(importsOf(sources, packages)),
  })),
  ...[
    { path: 'packages/api/src/a.ts', text: "import Database from 'better-sqlite3'" },
    { path: 'packages/storage/src/stores/a.ts', text: "import pg from 'pg'" },
    {
      path: 'packages/storage/src/a.ts',
      text: "import { drizzle } from 'drizzle-orm/node-postgres'",
    },
    { path: 'apps/server/src/cli/a.ts', text: "import { connect } from '@bantam/storage/sqlite'" },
  ].map((one) => ({
    ...one,
    rule: 'drivers',
    check: (sources: Source[]) => looseDrivers(importsOf(sources, packages)),
  })),
  {
    rule: 'tests in the product',
    check: (sources) => testsInProduct(importsOf(sources, packages)),
    path: 'packages/api/src/a.ts',
    text: "import { lead } from './lead.example.ts'",
  },
  ...[
    'export const now = () => new Date()',
    'export const now = () => Date.now()',
    'export const chance = () => Math.random()',
    'export const chance = () => { const { random } = Math; return random() }',
    'export const id = () => crypto.randomUUID()',
    "export const get = () => globalThis['fetch']('/')",
    'export const { platform } = process',
  ].map((text) => ({ rule: 'purity', check: impurities, path: 'packages/editing/src/a.ts', text })),
  ...[
    'export const port = process.env.PORT',
    "export const port = process['env'].PORT",
    'const { env } = process; export const port = env.PORT',
    "import { env } from 'node:process'; export const port = env.PORT",
  ].map((text) => ({
    rule: 'environment',
    check: environmentReaders,
    path: 'apps/server/src/compose.ts',
    text,
  })),
  { rule: 'length', check: overlong, path: 'tests/a.ts', text: 'export {}\n'.repeat(351) },
  { rule: 'names', check: hollowNames, path: 'packages/api/src/utils/a.ts', text: '' },
  { rule: 'names', check: hollowNames, path: 'packages/api/src/helpers.ts', text: '' },
]

test.each(violations)('$rule: caught in $path: $text', ({ check, path, text }) => {
  expect(check([{ path, text }])).not.toEqual([])
})

test('a cycle of two layers is caught, be it of types alone', () => {
  const sources = [
    { path: 'packages/schema/src/a.ts', text: "import type { Turn } from '@bantam/engine'" },
    { path: 'packages/engine/src/b.ts', text: "import type { Form } from '@bantam/schema'" },
  ]
  expect(cycles(importsOf(sources, packages))).not.toEqual([])
})

test('a layer whose imports are not found is caught', () => {
  expect(blindSpots(importsOf([], packages))).not.toEqual([])
})

test('a file that cannot be parsed is an error, not a pass', () => {
  expect(() => importsOf([{ path: 'a.ts', text: 'import {' }], packages)).toThrow('a.ts')
})

test('what the rules do not forbid they let pass', () => {
  const text = [
    "import type { Form } from '@bantam/schema'",
    '/** Not a Date, whatever the comment says of Math.random and process.env. */',
    "export const described = { Date: 'a fetch', process: 1 }.process + Math.floor(1.5)",
    'export const read = (form: Form, at: { Date: number }) => at.Date + form.questions.length',
  ].join('\n')
  const sources = [{ path: 'packages/engine/src/a.ts', text }]
  expect([...strays(importsOf(sources, packages)), ...impurities(sources)]).toEqual([])
  expect(environmentReaders(sources)).toEqual([])
})
