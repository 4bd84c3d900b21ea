import type { Role } from '@bantam/schema'
import type { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { sessionCookie, type Auth, type Credentials } from './auth.ts'

export interface AuthOptions {
  /** A drizzle database of its own connection, and the tables named as the library names its models. */
  readonly db: Parameters<typeof drizzleAdapter>[0]
  readonly tables: Record<string, unknown>
  readonly provider: 'sqlite' | 'pg'
  readonly baseUrl: string
  /** Signs the cookies; whoever has it can make sessions. */
  readonly secret: string
  readonly newId: () => string
}

/** Accounts on better-auth. The library is loaded here and nowhere else, on first use. */
export const createAuth = async (options: AuthOptions): Promise<Auth> => {
  const library = await connect(options)
  const { internalAdapter, password: hasher } = await library.$context

  const find = async (email: string) => {
    const found = await internalAdapter.findUserByEmail(email.toLowerCase(), {
      includeAccounts: true,
    })
    return found && { userId: found.user.id, hasPassword: found.accounts.length > 0 }
  }
  return {
    findAccount: async (email) => {
      const found = await find(email)
      return found?.hasPassword ? { userId: found.userId } : undefined
    },
    signIn: (credentials) => signIn(library, credentials),
    session: async (headers) => {
      const found = await library.api.getSession({ headers })
      if (found === null) return undefined
      const { user, session } = found
      const { id: userId, name, email } = user
      return { userId, name, email, workspaceId: session.activeOrganizationId ?? undefined }
    },
    signOut: async (headers) =>
      (await library.api.signOut({ headers, returnHeaders: true })).headers,
    createAccount: async ({ email, password, name }) => {
      const found = await find(email)
      if (found?.hasPassword) return undefined
      const hash = await hasher.hash(password)
      // A server that ended between the two steps left a person without a password, who is taken up here.
      const userId =
        found?.userId ??
        (
          await internalAdapter.createUser(
            { email: email.toLowerCase(), name, emailVerified: true },
            { method: 'admin' },
          )
        ).id
      await internalAdapter.linkAccount({
        userId,
        accountId: userId,
        providerId: 'credential',
        password: hash,
      })
      return userId
    },
    addMember: async ({ workspaceId, userId, role }) => {
      await library.api.addMember({ body: { organizationId: workspaceId, userId, role } })
    },
  }
}

type Library = Awaited<ReturnType<typeof connect>>

const signIn = async (library: Library, credentials: Credentials) => {
  try {
    const { headers, response } = await library.api.signInEmail({
      body: credentials,
      returnHeaders: true,
    })
    // A second factor answers without a user; the sign-in is not complete then.
    if (!('user' in response)) return undefined
    return { userId: response.user.id, cookies: headers.getSetCookie() }
  } catch (error) {
    if (error instanceof Error && refusals.includes(codeOf(error))) return undefined
    throw error
  }
}

const refusals = ['INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL', 'PASSWORD_TOO_LONG']
const codeOf = (error: Error): string => {
  const body = 'body' in error ? error.body : undefined
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
}

const connect = async ({ db, tables, provider, baseUrl, secret, newId }: AuthOptions) => {
  // Each plugin by its own path: their common index loads every plugin there is, some 60 MB more.
  const [{ betterAuth }, drizzle, { organization }, { twoFactor }, access] = await Promise.all([
    import('better-auth/minimal'),
    import('better-auth/adapters/drizzle'),
    import('better-auth/plugins/organization'),
    import('better-auth/plugins/two-factor'),
    import('better-auth/plugins/access'),
  ])
  const control = access.createAccessControl(statements)
  const roles: { [R in Role]: ReturnType<typeof control.newRole> } = {
    owner: control.newRole(statements),
    marketer: control.newRole({}),
    'sales-manager': control.newRole({}),
    rep: control.newRole({}),
  }
  const { name, isSecure } = sessionCookie(baseUrl)
  return betterAuth({
    baseURL: baseUrl,
    secret,
    database: drizzle.drizzleAdapter(db, { provider, schema: tables }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Our routes count attempts themselves, per account and per address; the library's own routes are not mounted.
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    session: { expiresIn: 30 * day, updateAge: day },
    advanced: {
      // The library would add `__Secure-` in front of `__Host-`; the attributes are set here instead.
      useSecureCookies: false,
      database: { generateId: () => newId() },
      cookies: {
        session_token: {
          name,
          attributes: { secure: isSecure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
    },
    plugins: [
      organization({ ac: control, roles, creatorRole: 'owner', membershipLimit: 10_000 }),
      twoFactor({ issuer: 'Bantam' }),
    ],
  })
}

const day = 24 * 60 * 60
const statements = {
  organization: ['update', 'delete'],
  member: ['create', 'update', 'delete'],
  invitation: ['create', 'cancel'],
} as const
