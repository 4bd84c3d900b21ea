import { openWorkshop, type Workshop } from '../compose.ts'
import { readConfig, type Config } from '../config.ts'
import { createLog } from '../log.ts'
import type { Context } from './commands.ts'

/** Opens what the settings name for one piece of work and closes it again, also when the work fails. */
export const inWorkshop = async <T>(
  { root }: Context,
  work: (workshop: Workshop, config: Config) => Promise<T>,
): Promise<T> => {
  const config = readConfig()
  const workshop = await openWorkshop(config, { root, log: createLog(config) })
  try {
    return await work(workshop, config)
  } finally {
    await workshop.storage.close()
  }
}
