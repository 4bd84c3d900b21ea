import { z } from '@hono/zod-openapi'
import { Role } from '@bantam/schema'
import type { MemberRecord } from '@bantam/storage'
import { customAlphabet } from 'nanoid'
import { record } from '../audit/record.ts'
import type { Actor, Deps } from '../deps.ts'
import { text } from '../openapi/shape.ts'
import { notFound, Problem } from '../problems.ts'

export const MemberView = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: Role,
    isActive: z.boolean(),
  })
  .openapi('Member')
export const Invitation = z.object({
  name: text(200).min(1),
  email: z.email().max(320),
  role: Role,
})
export const Invited = MemberView.extend({
  /** Shown this once, to be handed over; null when the person has an account here already. */
  password: z.string().nullable(),
})

export const memberView = (member: MemberRecord): z.infer<typeof MemberView> => ({
  id: member.userId,
  name: member.name,
  email: member.email,
  role: member.role,
  isActive: member.isActive,
})

/** Without letters that are mistaken for one another when read aloud; about 99 bits. */
const newPassword = customAlphabet('23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ', 17)

/** Adds a person, with an account and a password when the address has none. Throws 409 for who is a member already. */
export const inviteMember = async (
  deps: Deps,
  { actor, name, email, role }: { actor: Actor } & z.infer<typeof Invitation>,
): Promise<z.infer<typeof Invited>> => {
  const { workspaceId } = actor
  const accounts = await deps.auth()
  const known = await accounts.findAccount(email)
  if (known !== undefined && (await deps.storage.members.find(workspaceId, known.userId)))
    throw new Problem(
      'already-member',
      'This person is a member already. Change the role in the list of members.',
    )
  const password = known === undefined ? newPassword() : null
  const userId =
    known?.userId ??
    (password === null ? undefined : await accounts.createAccount({ name, email, password }))
  if (userId === undefined)
    throw new Problem('already-member', 'This person was invited a moment ago.')
  await accounts.addMember({ workspaceId, userId, role })
  await record(deps, { actor, action: 'member.invited', subject: userId })
  return { ...memberView(await findMember(deps, { actor, id: userId })), password }
}

/** Throws 404, and 403 when no owner would be left. */
export const setRole = async (
  deps: Deps,
  { actor, id, role }: { actor: Actor; id: string; role: Role },
): Promise<MemberRecord> => {
  await findMember(deps, { actor, id })
  if (role !== 'owner') await keepAnOwner(deps, { actor, id })
  if (!(await deps.storage.members.setRole(actor.workspaceId, id, role))) throw notFound('member')
  await record(deps, { actor, action: 'member.role-set', subject: id })
  return findMember(deps, { actor, id })
}

/** Ends the membership and every session of that person; the open leads are anybody’s to claim. Throws 404, and 403 when no owner would be left. */
export const removeMember = async (
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<void> => {
  await findMember(deps, { actor, id })
  await keepAnOwner(deps, { actor, id })
  if (!(await deps.storage.members.remove(actor.workspaceId, id))) throw notFound('member')
  await record(deps, { actor, action: 'member.removed', subject: id })
}

const findMember = async ({ storage }: Deps, { actor, id }: { actor: Actor; id: string }) => {
  const member = await storage.members.find(actor.workspaceId, id)
  if (member === undefined) throw notFound('member')
  return member
}

const keepAnOwner = async ({ storage }: Deps, { actor, id }: { actor: Actor; id: string }) => {
  const members = await storage.members.list(actor.workspaceId)
  const owners = members.filter(({ role, isActive }) => role === 'owner' && isActive)
  if (owners.some(({ userId }) => userId !== id) || !owners.some(({ userId }) => userId === id))
    return
  throw new Problem('forbidden', 'This is the last owner. Make another member an owner first.')
}
