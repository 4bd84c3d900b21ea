import type { Form, Role, Routing, ScoringModel } from '@bantam/schema'
import type { EventType } from '../port.ts'
import type { Kit } from '../postgres/kit.ts'

/** What people write: forms, models, routing, webhooks, keys, and the record of who changed what. */
export const defineDefinitionTables = (kit: Kit) => {
  const { table, text, int, bool, json, instant, index, uniqueIndex, primaryKey, foreignKey } = kit

  const forms = table(
    'forms',
    {
      workspaceId: text('workspace_id').notNull(),
      id: text('id').notNull(),
      slug: text('slug').notNull(),
      draft: json<Form>('draft').notNull(),
      revision: int('revision').notNull(),
      publishedVersion: int('published_version'),
      origins: json<readonly string[]>('origins').notNull(),
      asksProof: bool('asks_proof').notNull().default(false),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.id] }),
      uniqueIndex('forms_id').on(t.id),
      uniqueIndex('forms_slug').on(t.slug),
      index('forms_newest').on(t.workspaceId, t.createdAt, t.id),
    ],
  )

  const formVersions = table(
    'form_versions',
    {
      workspaceId: text('workspace_id').notNull(),
      formId: text('form_id').notNull(),
      version: int('version').notNull(),
      /** Revision of the draft that was frozen: publishing it twice is one version. */
      revision: int('revision').notNull(),
      definition: json<Form>('definition').notNull(),
      publishedAt: instant('published_at').notNull(),
      publishedBy: text('published_by'),
    },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.formId, t.version] }),
      foreignKey({
        columns: [t.workspaceId, t.formId],
        foreignColumns: [forms.workspaceId, forms.id],
      }).onDelete('cascade'),
    ],
  )

  const formDays = table(
    'form_days',
    {
      workspaceId: text('workspace_id').notNull(),
      formId: text('form_id').notNull(),
      /** YYYY-MM-DD in UTC. */
      day: text('day').notNull(),
      views: int('views').notNull(),
      starts: int('starts').notNull(),
      submissions: int('submissions').notNull(),
    },
    (t) => [primaryKey({ columns: [t.workspaceId, t.formId, t.day] })],
  )

  const models = table(
    'models',
    {
      workspaceId: text('workspace_id').notNull(),
      id: text('id').notNull(),
      draft: json<ScoringModel>('draft').notNull(),
      revision: int('revision').notNull(),
      publishedVersion: int('published_version'),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
  )

  const modelVersions = table(
    'model_versions',
    {
      workspaceId: text('workspace_id').notNull(),
      modelId: text('model_id').notNull(),
      version: int('version').notNull(),
      revision: int('revision').notNull(),
      document: json<ScoringModel>('document').notNull(),
      rationale: text('rationale').notNull(),
      publishedAt: instant('published_at').notNull(),
      publishedBy: text('published_by'),
    },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.modelId, t.version] }),
      index('model_versions_newest').on(t.workspaceId, t.publishedAt, t.version),
      foreignKey({
        columns: [t.workspaceId, t.modelId],
        foreignColumns: [models.workspaceId, models.id],
      }).onDelete('cascade'),
    ],
  )

  const routings = table(
    'routings',
    {
      workspaceId: text('workspace_id').notNull(),
      version: int('version').notNull(),
      document: json<Routing>('document').notNull(),
      savedAt: instant('saved_at').notNull(),
      savedBy: text('saved_by'),
    },
    (t) => [primaryKey({ columns: [t.workspaceId, t.version] })],
  )

  const absences = table(
    'absences',
    {
      workspaceId: text('workspace_id').notNull(),
      id: text('id').notNull(),
      userId: text('user_id').notNull(),
      from: instant('from_at').notNull(),
      to: instant('to_at').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.id] }),
      index('absences_end').on(t.workspaceId, t.to, t.id),
    ],
  )

  const webhooks = table(
    'webhooks',
    {
      workspaceId: text('workspace_id').notNull(),
      id: text('id').notNull(),
      url: text('url').notNull(),
      types: json<readonly EventType[]>('types').notNull(),
      /** Sealed with the master key. */
      secret: text('secret').notNull(),
      isEnabled: bool('is_enabled').notNull(),
      disabledBecause: text('disabled_because'),
      failingSince: instant('failing_since'),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
  )

  const apiKeys = table(
    'api_keys',
    {
      workspaceId: text('workspace_id').notNull(),
      id: text('id').notNull(),
      name: text('name').notNull(),
      prefix: text('prefix').notNull(),
      hash: text('hash').notNull(),
      role: text('role').$type<Role>().notNull(),
      createdAt: instant('created_at').notNull(),
      revokedAt: instant('revoked_at'),
    },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.id] }),
      uniqueIndex('api_keys_hash').on(t.hash),
    ],
  )

  const audit = table(
    'audit',
    {
      workspaceId: text('workspace_id').notNull(),
      id: text('id').notNull(),
      actorId: text('actor_id'),
      action: text('action').notNull(),
      subject: text('subject').notNull(),
      at: instant('at').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.id] }),
      index('audit_newest').on(t.workspaceId, t.at, t.id),
    ],
  )

  return {
    forms,
    formVersions,
    formDays,
    models,
    modelVersions,
    routings,
    absences,
    webhooks,
    apiKeys,
    audit,
  }
}
