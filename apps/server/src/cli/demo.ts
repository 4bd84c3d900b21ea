import { hashOf, newKey, prefixOf } from '@bantam/api'
import { v7 } from 'uuid'
import { demoPassword, demoPeople } from '../demo/people.ts'
import type { Context } from './commands.ts'
import { readOptions } from './options.ts'
import { print } from './print.ts'
import { inWorkshop } from './workshop.ts'

const keyName = 'Demo'

/** Makes the demo workspace when it is missing and gives it a fresh API key in place of the last one. */
export const demo = (args: readonly string[], context: Context): Promise<number> => {
  const { json } = readOptions(args, [])
  return inWorkshop(context, async ({ storage, secret, createDemo }, { baseUrl }) => {
    const workspaceId = await createDemo()
    const now = new Date()
    for (const { id, name, revokedAt } of await storage.keys.list(workspaceId))
      if (name === keyName && !revokedAt) await storage.keys.revoke(workspaceId, id, now)
    const key = newKey()
    await storage.keys.create({
      id: v7(),
      workspaceId,
      name: keyName,
      prefix: prefixOf(key),
      hash: hashOf(key),
      role: 'owner',
      createdAt: now,
      revokedAt: undefined,
    })
    const forms = Object.fromEntries(
      await Promise.all(
        ['demo-request', 'content-download'].map(async (slug) => [
          slug,
          (await storage.forms.findBySlug(slug))?.id,
        ]),
      ),
    ) as Record<string, string>
    const users = demoPeople.map(({ email, role }) => ({
      email,
      password: demoPassword(secret, email),
      role,
    }))
    print(
      { baseUrl, apiKey: key, forms, users },
      {
        json,
        words: [
          `The demo workspace is at ${baseUrl}`,
          '',
          ...users.map(
            ({ email, password, role }) => `  ${role.padEnd(14)} ${email.padEnd(24)} ${password}`,
          ),
          '',
          `API key: ${key}`,
        ],
      },
    )
    return 0
  })
}
