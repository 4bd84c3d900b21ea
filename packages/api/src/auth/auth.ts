import type { Role } from '@bantam/schema'

/** Accounts, passwords and sessions: the face of the auth library, as small as the API needs it. */
export interface Auth {
  /** Undefined for a wrong pair; an unknown account takes as long as a wrong password. */
  signIn(credentials: Credentials): Promise<SignedIn | undefined>
  /** The session that the request's cookie names. */
  session(headers: Headers): Promise<Session | undefined>
  /** Resolves to the headers that clear the cookie. */
  signOut(headers: Headers): Promise<Headers>
  /** The id of the new account, or undefined when the address has one already. */
  createAccount(account: Credentials & { name: string }): Promise<string | undefined>
  /** Who can sign in with this address. */
  findAccount(email: string): Promise<{ userId: string } | undefined>
  addMember(member: { workspaceId: string; userId: string; role: Role }): Promise<void>
}

export interface Credentials {
  readonly email: string
  readonly password: string
}
export interface Session {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly workspaceId: string | undefined
}
export interface SignedIn {
  readonly userId: string
  /** The Set-Cookie headers. */
  readonly cookies: readonly string[]
}

/** `__Host-` binds the cookie to this very host over https; without https browsers refuse such names. */
export const sessionCookie = (baseUrl: string): { name: string; isSecure: boolean } => {
  const isSecure = baseUrl.startsWith('https://')
  return { name: isSecure ? '__Host-bantam.session' : 'bantam.session', isSecure }
}
