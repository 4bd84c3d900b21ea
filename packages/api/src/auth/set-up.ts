import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { Role } from '@bantam/schema'
import type { Deps } from '../deps.ts'
import { slugOf } from '../forms/slug.ts'
import { text } from '../openapi/shape.ts'
import { notFound, Problem } from '../problems.ts'
import type { Credentials } from './auth.ts'

export const SetupView = z
  .object({
    isOpen: z.boolean(),
    hasDemo: z.boolean(),
    demoUsers: z
      .array(z.object({ email: z.string(), role: Role, password: z.string() }))
      .optional(),
  })
  .openapi('Setup')

export const SetupRequest = z.object({
  workspace: text(200).min(1),
  name: text(200).min(1),
  email: z.email().max(320),
  password: z.string().min(10).max(128),
  token: z.string().max(200).optional(),
})

/** The first run of an installation. Only a server that nobody else can reach is set up without the token. */
export const createSetup = (deps: Deps) => {
  const { storage, auth, clock, newId, demo, isLoopbackHost } = deps
  // One at a time: of two first owners that arrive together, one must find the installation taken.
  let last: Promise<unknown> = Promise.resolve()
  const oneByOne = <T>(work: () => Promise<T>): Promise<T> => {
    const run = last.then(work, work)
    last = run
    return run
  }

  return {
    /** Demo passwords are told to this machine only. */
    state: async (): Promise<z.infer<typeof SetupView>> => {
      const [isOpen, workspace] = await Promise.all([
        storage.workspaces.isEmpty(),
        storage.workspaces.findDemo(),
      ])
      const tells = workspace !== undefined && demo !== undefined && isLoopbackHost
      return {
        isOpen,
        hasDemo: workspace !== undefined,
        ...(tells && { demoUsers: [...(await demo.users())] }),
      }
    },

    /** Throws 403 set-up-token-required and 409 already-set-up. */
    createOwner: (request: z.infer<typeof SetupRequest>): Promise<void> =>
      oneByOne(async () => {
        checkToken(deps, request.token)
        if (!(await storage.workspaces.isEmpty())) throw alreadySetUp()
        const accounts = await auth()
        const userId =
          (await accounts.createAccount(request)) ?? (await begunAccount(deps, request))
        if (userId === undefined) throw alreadySetUp()
        const workspaceId = newId()
        await storage.workspaces.create({
          id: workspaceId,
          name: request.workspace,
          slug: `${slugOf(request.workspace)}-${workspaceId.slice(-6)}`,
          isDemo: false,
          createdAt: clock(),
        })
        // Last of all: until somebody belongs to a workspace, the installation can be set up.
        await accounts.addMember({ workspaceId, userId, role: 'owner' })
      }),

    /** The demo owner's credentials, once the workspace exists. */
    openDemo: (token: string | undefined): Promise<Credentials> =>
      oneByOne(async () => {
        checkToken(deps, token)
        if (demo === undefined) throw notFound('demo workspace')
        await demo.create()
        const owner = (await demo.users()).find(({ role }) => role === 'owner')
        if (owner === undefined) throw notFound('demo owner')
        return { email: owner.email, password: owner.password }
      }),
  }
}

/** Whose account was made when the server ended, before there was a workspace, and who comes with the same password. */
const begunAccount = async ({ storage, auth }: Deps, credentials: Credentials) => {
  const known = await (await auth()).signIn(credentials)
  const isIdle = known && (await storage.members.ofUser(known.userId)).length === 0
  return isIdle ? known.userId : undefined
}

const alreadySetUp = () =>
  new Problem(
    'already-set-up',
    'This installation has an owner already. Sign in, or ask the owner to invite you.',
  )

const checkToken = ({ setupToken, isLoopbackHost }: Deps, token: string | undefined) => {
  if (isLoopbackHost) return
  if (setupToken !== undefined && token !== undefined && isSame(token, setupToken)) return
  throw new Problem(
    'set-up-token-required',
    'Open the one-time set-up link that the server printed in its terminal when it started.',
  )
}

const isSame = (given: string, expected: string) => {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
