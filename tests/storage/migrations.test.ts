import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { migrationsOf } from './subject.ts'

const storage = join(import.meta.dirname, '../../packages/storage')
const drizzleKit = join(import.meta.dirname, '../../node_modules/drizzle-kit/bin.cjs')

for (const dialect of ['sqlite', 'postgres'] as const)
  test(`the migrations for ${dialect} lack nothing that the tables have`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'bantam-migrations-'))
    cpSync(migrationsOf(dialect), folder, { recursive: true })
    const before = readdirSync(folder)
    const options = {
      schema: `./src/${dialect}/schema.ts`,
      dialect: dialect === 'sqlite' ? 'sqlite' : 'postgresql',
      out: relative(storage, folder),
      name: 'missing',
    }
    const flags = Object.entries(options).map(([name, value]) => `--${name}=${value}`)
    const generated = spawnSync(process.execPath, [drizzleKit, 'generate', ...flags], {
      cwd: storage,
      encoding: 'utf8',
    })
    const after = readdirSync(folder)
    rmSync(folder, { recursive: true })
    expect(generated.status, `${generated.stdout}${generated.stderr}`).toBe(0)
    expect(generated.stdout).toContain('No schema changes')
    expect(after).toEqual(before)
  })
