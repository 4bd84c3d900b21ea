import type { Role } from '@bantam/schema'
import type { PageOf, PageRequest } from './page.ts'

export interface WorkspaceRecord {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly isDemo: boolean
  readonly createdAt: Date
}

export interface WorkspaceStore {
  /** True while nobody belongs to a workspace but the demo. */
  isEmpty(): Promise<boolean>
  find(workspaceId: string): Promise<WorkspaceRecord | undefined>
  /** The demo, once its history is written, which comes last. */
  findDemo(): Promise<WorkspaceRecord | undefined>
  findBySlug(slug: string): Promise<WorkspaceRecord | undefined>
  /** Oldest first. */
  list(most: number): Promise<WorkspaceRecord[]>
  create(workspace: WorkspaceRecord): Promise<void>
}

export interface ApiKeyRecord {
  readonly id: string
  readonly workspaceId: string
  readonly name: string
  /** First characters, shown in lists. */
  readonly prefix: string
  /** SHA-256 of the whole key. */
  readonly hash: string
  readonly role: Role
  readonly createdAt: Date
  readonly revokedAt: Date | undefined
}

export interface KeyStore {
  /** Unscoped: the hash of the key is what names the workspace. */
  findByHash(hash: string): Promise<ApiKeyRecord | undefined>
  list(workspaceId: string): Promise<readonly ApiKeyRecord[]>
  create(key: ApiKeyRecord): Promise<void>
  revoke(workspaceId: string, keyId: string, now: Date): Promise<boolean>
}

export interface MemberRecord {
  readonly userId: string
  readonly workspaceId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly isActive: boolean
}

export interface MemberStore {
  list(workspaceId: string): Promise<readonly MemberRecord[]>
  find(workspaceId: string, userId: string): Promise<MemberRecord | undefined>
  /** Every workspace a person belongs to. */
  ofUser(userId: string): Promise<readonly MemberRecord[]>
  setRole(workspaceId: string, userId: string, role: Role): Promise<boolean>
  /** Ends the membership and every session of that person, and lets go of the open leads. */
  remove(workspaceId: string, userId: string): Promise<boolean>
}

export interface AuditRecord {
  readonly id: string
  readonly actorId: string | undefined
  /** Such as `form.published`, `routing.saved`, `member.removed`. */
  readonly action: string
  readonly subject: string
  readonly at: Date
}

export interface AuditStore {
  add(workspaceId: string, entry: AuditRecord): Promise<void>
  page(workspaceId: string, request: PageRequest): Promise<PageOf<AuditRecord>>
}
