import type { LeadRow } from './lead-row.ts'

interface Load {
  readonly workspaceId: string
  readonly userId: string
  readonly open: number
}

/** The loads that change when leads as they were become leads as they are; a lead counts for its owner while open. */
export const loadRows = (
  stored: readonly Load[],
  before: readonly Pick<LeadRow, 'workspaceId' | 'id' | 'ownerId' | 'isOpen'>[],
  after: readonly Pick<LeadRow, 'workspaceId' | 'id' | 'ownerId' | 'isOpen'>[],
): Load[] => {
  const nameOf = (workspaceId: string, userId: string) => `${workspaceId} ${userId}`
  const loads = new Map(stored.map((load) => [nameOf(load.workspaceId, load.userId), load]))
  const changed = new Set<string>()
  const add = (lead: (typeof after)[number] | undefined, by: number) => {
    if (!lead?.isOpen || lead.ownerId === null) return
    const { workspaceId, ownerId: userId } = lead
    const name = nameOf(workspaceId, userId)
    const open = Math.max(0, (loads.get(name)?.open ?? 0) + by)
    loads.set(name, { workspaceId, userId, open })
    changed.add(name)
  }
  const earlier = new Map(before.map((lead) => [`${lead.workspaceId} ${lead.id}`, lead]))
  for (const lead of after) {
    add(earlier.get(`${lead.workspaceId} ${lead.id}`), -1)
    add(lead, 1)
  }
  return [...changed].flatMap((name) => loads.get(name) ?? [])
}
