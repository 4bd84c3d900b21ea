import type { Actor, Deps } from '../deps.ts'

/**
 * Keeps who changed what, for definitions, routing, members, keys and webhooks, and lets this process forget what it
 * remembers of them. `subject` is an id, never personal data.
 */
export const record = async (
  { storage, directory, clock, newId }: Pick<Deps, 'storage' | 'directory' | 'clock' | 'newId'>,
  { actor, action, subject }: { actor: Actor; action: string; subject: string },
): Promise<void> => {
  directory.forget()
  await storage.audit.add(actor.workspaceId, {
    id: newId(),
    actorId: actor.userId,
    action,
    subject,
    at: clock(),
  })
}
