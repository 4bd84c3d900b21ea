import type { Connection } from './connection.ts'
import type { Storage } from './port.ts'
import { createAuditStore } from './stores/audit.ts'
import { createConversationStore } from './stores/conversations.ts'
import { createEventStore } from './stores/events.ts'
import { createFormStore } from './stores/forms.ts'
import { createIntakeStore } from './stores/intake.ts'
import { createKeyStore } from './stores/keys.ts'
import { createLeadStore } from './stores/leads.ts'
import { createMemberStore } from './stores/members.ts'
import { createModelStore } from './stores/models.ts'
import { createOutboxStore } from './stores/outbox.ts'
import { createRoutingStore } from './stores/routing.ts'
import { createSubmissionStore } from './stores/submissions.ts'
import { createUploadStore } from './stores/uploads.ts'
import { createWebhookStore } from './stores/webhooks.ts'
import { createWorkspaceStore } from './stores/workspaces.ts'

/** Every store, written once and run on either database. */
export const createStores = (
  connection: Connection,
): Omit<Storage, 'onEvents' | 'onOutbox' | 'ready' | 'close'> => ({
  forms: createFormStore(connection),
  models: createModelStore(connection),
  routing: createRoutingStore(connection),
  conversations: createConversationStore(connection),
  intake: createIntakeStore(connection),
  leads: createLeadStore(connection),
  submissions: createSubmissionStore(connection),
  uploads: createUploadStore(connection),
  events: createEventStore(connection),
  outbox: createOutboxStore(connection),
  webhooks: createWebhookStore(connection),
  keys: createKeyStore(connection),
  members: createMemberStore(connection),
  audit: createAuditStore(connection),
  workspaces: createWorkspaceStore(connection),
})
