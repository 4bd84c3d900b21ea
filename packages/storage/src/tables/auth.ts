import type { Role } from '@bantam/schema'
import type { Kit } from '../postgres/kit.ts'

/**
 * What better-auth keeps, under the property names it expects: its core with the organization and two-factor plugins.
 * An organization is a workspace and `member.role` holds a `Role`; `isDemo` and `isActive` are ours.
 */
export const defineAuthTables = ({ table, text, int, bool, instant, index, uniqueIndex }: Kit) => {
  const user = table('user', {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    emailVerified: bool('email_verified').notNull().default(false),
    image: text('image'),
    twoFactorEnabled: bool('two_factor_enabled').default(false),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  })
  const ofUser = () =>
    text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' })

  const session = table(
    'session',
    {
      id: text('id').primaryKey(),
      token: text('token').notNull().unique(),
      userId: ofUser(),
      expiresAt: instant('expires_at').notNull(),
      ipAddress: text('ip_address'),
      userAgent: text('user_agent'),
      activeOrganizationId: text('active_organization_id'),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [index('session_user').on(t.userId)],
  )

  const account = table(
    'account',
    {
      id: text('id').primaryKey(),
      accountId: text('account_id').notNull(),
      providerId: text('provider_id').notNull(),
      userId: ofUser(),
      accessToken: text('access_token'),
      refreshToken: text('refresh_token'),
      idToken: text('id_token'),
      accessTokenExpiresAt: instant('access_token_expires_at'),
      refreshTokenExpiresAt: instant('refresh_token_expires_at'),
      scope: text('scope'),
      password: text('password'),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [index('account_user').on(t.userId)],
  )

  const verification = table(
    'verification',
    {
      id: text('id').primaryKey(),
      identifier: text('identifier').notNull(),
      value: text('value').notNull(),
      expiresAt: instant('expires_at').notNull(),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [index('verification_identifier').on(t.identifier)],
  )

  const organization = table('organization', {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    slug: text('slug').notNull().unique(),
    logo: text('logo'),
    metadata: text('metadata'),
    isDemo: bool('is_demo').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  })
  const ofOrganization = () =>
    text('organization_id')
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' })

  const member = table(
    'member',
    {
      id: text('id').primaryKey(),
      organizationId: ofOrganization(),
      userId: ofUser(),
      role: text('role').$type<Role>().notNull(),
      isActive: bool('is_active').notNull().default(true),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [
      uniqueIndex('member_organization_user').on(t.organizationId, t.userId),
      index('member_user').on(t.userId),
    ],
  )

  const invitation = table(
    'invitation',
    {
      id: text('id').primaryKey(),
      organizationId: ofOrganization(),
      email: text('email').notNull(),
      role: text('role'),
      status: text('status').notNull(),
      inviterId: text('inviter_id')
        .notNull()
        .references(() => user.id, { onDelete: 'cascade' }),
      expiresAt: instant('expires_at').notNull(),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [
      index('invitation_organization').on(t.organizationId),
      index('invitation_email').on(t.email),
    ],
  )

  const twoFactor = table(
    'two_factor',
    {
      id: text('id').primaryKey(),
      userId: ofUser(),
      secret: text('secret').notNull(),
      backupCodes: text('backup_codes').notNull(),
      verified: bool('verified').default(true),
      failedVerificationCount: int('failed_verification_count').default(0),
      lockedUntil: instant('locked_until'),
    },
    (t) => [index('two_factor_user').on(t.userId), index('two_factor_secret').on(t.secret)],
  )

  return { user, session, account, verification, organization, member, invitation, twoFactor }
}

export type AuthTables = ReturnType<typeof defineAuthTables>
