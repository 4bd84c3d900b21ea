import type { Key, Vault } from '../vault.ts'

/** Names the lead that a key belongs to. */
interface KeyName {
  readonly workspaceId: string
  readonly leadId: string
}

/** The keys of the leads that a group touches, those it makes included. */
export const createKeyring = (
  vault: Vault,
  stored: readonly (KeyName & { readonly wrapped: string })[],
) => {
  const nameOf = ({ workspaceId, leadId }: KeyName) => `${workspaceId} ${leadId}`
  const keys = new Map<string, Key>(stored.map((row) => [nameOf(row), vault.unwrap(row.wrapped)]))
  const made: (KeyName & { wrapped: string })[] = []
  return {
    has: (name: KeyName) => keys.has(nameOf(name)),
    /** Throws for a lead whose key was neither read nor made: sealing with no key would lose the data. */
    of(name: KeyName) {
      const key = keys.get(nameOf(name))
      if (!key) throw new Error(`lead ${name.leadId} has no key`)
      return { vault, key }
    },
    add({ workspaceId, leadId }: KeyName) {
      const key = vault.newKey()
      keys.set(nameOf({ workspaceId, leadId }), key)
      made.push({ workspaceId, leadId, wrapped: vault.wrap(key) })
      return { vault, key }
    },
    added: () => made,
  }
}
