import type { Context } from './commands.ts'
import { readOptions } from './options.ts'
import { print } from './print.ts'
import { inWorkshop } from './workshop.ts'

/** Brings the database up to date; opening it does. */
export const migrate = (args: readonly string[], context: Context): Promise<number> => {
  const { json } = readOptions(args, [])
  return inWorkshop(context, async ({ storage, facts }) => {
    await storage.ready()
    print({ migrated: true, ...facts }, { json, words: ['The database is up to date.'] })
    return 0
  })
}
