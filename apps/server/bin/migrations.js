/**
 * `npm run migrations -- NAME`: writes the migration that leads from the last one to the tables as
 * they now are, for both databases. What it writes is read by a person before it is kept.
 */
import './node-version.js'
import { join } from 'node:path'
import { passThrough } from './command.js'
import { root } from './ready.js'

const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write('Name the change in kebab-case: npm run migrations -- add-account-owner\n')
  process.exit(2)
}

for (const dialect of ['sqlite', 'postgres']) {
  const code = await passThrough(
    [
      process.execPath,
      join(root, 'node_modules/drizzle-kit/bin.cjs'),
      'generate',
      `--config=drizzle.${dialect}.config.ts`,
      `--name=${name}`,
    ],
    { cwd: join(root, 'packages/storage') },
  )
  if (code !== 0) process.exit(code)
}
