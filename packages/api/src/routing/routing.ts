import { Routing } from '@bantam/schema'
import type { Absence, RoutingRecord } from '@bantam/storage'
import { z } from '@hono/zod-openapi'
import { record } from '../audit/record.ts'
import type { Actor, Deps } from '../deps.ts'
import { instant, routingDocument } from '../openapi/shape.ts'
import { notFound, Problem, wordsFor } from '../problems.ts'
import { readDocument } from '../read-document.ts'
import { checkRouting } from './check-routing.ts'

export const RoutingView = z
  .object({
    /** 0 while none has been saved and the defaults hold. */
    version: z.int(),
    document: routingDocument.nullable(),
    credits: z.array(
      z.object({
        poolId: z.string(),
        userId: z.string(),
        credit: z.number(),
        lastAssignedAt: instant.nullable(),
      }),
    ),
  })
  .openapi('RoutingState')

export const routingState = async (
  { storage }: Deps,
  { workspaceId }: Actor,
): Promise<z.infer<typeof RoutingView>> => {
  const [live, credits] = await Promise.all([
    storage.routing.live(workspaceId),
    storage.routing.credits(workspaceId),
  ])
  return {
    version: live?.version ?? 0,
    document: live?.document ?? null,
    credits: credits.map(({ poolId, userId, credit, lastAssignedAt }) => ({
      poolId,
      userId,
      credit,
      lastAssignedAt: lastAssignedAt?.toISOString() ?? null,
    })),
  }
}

/** Saves the next version, live at once. Throws 409 stale-revision and 422 for names that lead nowhere. */
export const saveRouting = async (
  deps: Deps,
  { actor, document, after }: { actor: Actor; document: unknown; after: number },
): Promise<RoutingRecord> => {
  const routing = readDocument(Routing, document)
  const members = await deps.storage.members.list(actor.workspaceId)
  const active = members.filter(({ isActive }) => isActive).map(({ userId }) => userId)
  const errors = checkRouting(routing, new Set(active))
  if (errors.length > 0) throw new Problem('invalid-document', wordsFor(errors), { errors })
  const saved = await deps.storage.routing.save(actor.workspaceId, {
    document: routing,
    after,
    now: deps.clock(),
    by: actor.userId,
  })
  await record(deps, { actor, action: 'routing.saved', subject: `version ${saved.version}` })
  return saved
}

/** Throws 404 for a person of another workspace. */
export const addAbsence = async (
  deps: Deps,
  { actor, userId, from, to }: { actor: Actor; userId: string; from: string; to: string },
): Promise<Absence> => {
  const member = await deps.storage.members.find(actor.workspaceId, userId)
  if (member === undefined) throw notFound('member')
  const absence = { id: deps.newId(), userId, from: new Date(from), to: new Date(to) }
  await deps.storage.routing.addAbsence(actor.workspaceId, absence)
  await record(deps, { actor, action: 'absence.added', subject: userId })
  return absence
}

/** Throws 404. */
export const removeAbsence = async (
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<void> => {
  if (!(await deps.storage.routing.removeAbsence(actor.workspaceId, id))) throw notFound('absence')
  await record(deps, { actor, action: 'absence.removed', subject: id })
}
