import { hashOf, newKey, prefixOf } from '@bantam/api'
import { Role } from '@bantam/schema'
import { v7 } from 'uuid'
import type { Context } from './commands.ts'
import { needed, readOptions } from './options.ts'
import { print } from './print.ts'
import { Refusal } from './refusal.ts'
import { inWorkshop } from './workshop.ts'

/** Makes an API key and shows it this once. */
export const createKey = (args: readonly string[], context: Context): Promise<number> => {
  const options = readOptions(args, ['workspace', 'name', 'role'])
  const slug = needed(options.workspace, 'workspace')
  const role = Role.safeParse(options.role ?? 'owner')
  if (!role.success) throw new Refusal(`--role must be one of ${Role.options.join(', ')}.`)
  return inWorkshop(context, async ({ storage }) => {
    const workspace = await storage.workspaces.findBySlug(slug)
    if (!workspace) throw new Refusal(`There is no workspace "${slug}".`)
    const key = newKey()
    const id = v7()
    await storage.keys.create({
      id,
      workspaceId: workspace.id,
      name: options.name ?? 'Command line',
      prefix: prefixOf(key),
      hash: hashOf(key),
      role: role.data,
      createdAt: new Date(),
      revokedAt: undefined,
    })
    print({ id, apiKey: key, role: role.data }, { json: options.json, words: [key] })
    return 0
  })
}
