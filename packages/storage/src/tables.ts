import type { Kit } from './postgres/kit.ts'
import { defineAuthTables } from './tables/auth.ts'
import { defineDefinitionTables } from './tables/definitions.ts'
import { defineLeadTables } from './tables/leads.ts'
import { defineTrafficTables } from './tables/traffic.ts'
import { defineUploadTables } from './tables/uploads.ts'

/** Every table, once; called with the kit of each database. */
export const defineTables = (kit: Kit) => ({
  ...defineAuthTables(kit),
  ...defineDefinitionTables(kit),
  ...defineLeadTables(kit),
  ...defineTrafficTables(kit),
  ...defineUploadTables(kit),
})

export type Tables = ReturnType<typeof defineTables>
