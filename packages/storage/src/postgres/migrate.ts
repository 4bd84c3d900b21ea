import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { PoolClient } from 'pg'
import { DatabaseRefused } from '../refusal.ts'

/** Nodes that start together bring the database up to date one after another. */
const migrating = `hashtextextended('bantam:migrations', 0)`

/** Brings the database up to date. Refuses one that a newer Bantam wrote. */
export const bringUpToDate = async (client: PoolClient, migrations: string): Promise<void> => {
  await client.query(`SELECT pg_advisory_lock(${migrating})`)
  try {
    const known = new Set(
      readMigrationFiles({ migrationsFolder: migrations }).map(({ hash }) => hash),
    )
    for (const hash of await recorded(client))
      if (!known.has(hash))
        throw new DatabaseRefused(
          'database-newer',
          'the database was written by a newer version of Bantam. Start that version, or restore a backup made before the upgrade.',
        )
    await migrate(drizzle(client), { migrationsFolder: migrations })
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${migrating})`)
  }
}

const recorded = async (client: PoolClient): Promise<string[]> => {
  const { rows } = await client.query<{ found: string | null }>(
    `SELECT to_regclass('drizzle.__drizzle_migrations')::text AS found`,
  )
  if (!rows[0]?.found) return []
  const applied = await client.query<{ hash: string }>(
    'SELECT hash FROM drizzle.__drizzle_migrations',
  )
  return applied.rows.map(({ hash }) => hash)
}

/** The server settings that make an acknowledged commit survive a power cut. */
const durable = ['fsync', 'full_page_writes', 'synchronous_commit'] as const

/** Reads the server's durability; refuses a server that has it switched off, unless it is one to throw away. */
export const durabilityOf = async (
  client: PoolClient,
  { allowUnsafe }: { allowUnsafe: boolean },
): Promise<{ readonly [name: string]: string }> => {
  const facts: { [name: string]: string } = {}
  for (const name of durable) {
    const { rows } = await client.query<{ value: string }>('SELECT current_setting($1) AS value', [
      name,
    ])
    facts[name] = rows[0]?.value ?? 'unknown'
    if (facts[name] === 'off' && !allowUnsafe)
      throw new DatabaseRefused(
        'database-unsafe',
        `PostgreSQL runs with ${name}=off and would lose submissions at a power cut. Switch it on.`,
      )
  }
  return facts
}
