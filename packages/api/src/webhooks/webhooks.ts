import { randomBytes } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import type { WebhookRecord } from '@bantam/storage'
import { record } from '../audit/record.ts'
import type { Actor, Deps } from '../deps.ts'
import { instant, text } from '../openapi/shape.ts'
import { notFound, Problem } from '../problems.ts'

const WebhookType = z.enum([
  'lead.routed',
  'lead.stage_changed',
  'submission.created',
  'nurture.enrolled',
  'sla.breached',
])
export const NewWebhook = z.object({ url: text(2000), types: z.array(WebhookType).min(1) })
export const WebhookChange = NewWebhook.extend({ isEnabled: z.boolean() }).partial()
export type WebhookChange = z.infer<typeof WebhookChange>

export const WebhookView = z
  .object({
    id: z.string(),
    url: z.string(),
    types: z.array(z.string()),
    isEnabled: z.boolean(),
    /** Why it was switched off. */
    disabledBecause: z.string().nullable(),
    failingSince: instant.nullable(),
    createdAt: instant,
  })
  .openapi('Webhook')
export const CreatedWebhook = WebhookView.extend({
  /** Shown this once; verifies the signatures. */
  secret: z.string(),
})

export const webhookView = (webhook: WebhookRecord): z.infer<typeof WebhookView> => ({
  id: webhook.id,
  url: webhook.url,
  types: [...webhook.types],
  isEnabled: webhook.isEnabled,
  disabledBecause: webhook.disabledBecause ?? null,
  failingSince: webhook.failingSince?.toISOString() ?? null,
  createdAt: webhook.createdAt.toISOString(),
})

/** Throws 422 unsafe-url. */
export const createWebhook = async (
  deps: Deps,
  { actor, url, types }: { actor: Actor } & z.infer<typeof NewWebhook>,
): Promise<WebhookRecord> => {
  refuseUnsafe(deps, url)
  const webhook: WebhookRecord = {
    id: deps.newId(),
    workspaceId: actor.workspaceId,
    url,
    types: [...new Set(types)],
    secret: `whsec_${randomBytes(32).toString('base64')}`,
    isEnabled: true,
    disabledBecause: undefined,
    failingSince: undefined,
    createdAt: deps.clock(),
  }
  await deps.storage.webhooks.create(webhook)
  await record(deps, { actor, action: 'webhook.created', subject: webhook.id })
  return webhook
}

/** Switching an endpoint on again forgets why it was off. Throws 404 and 422 unsafe-url. */
export const changeWebhook = async (
  deps: Deps,
  { actor, id, change }: { actor: Actor; id: string; change: WebhookChange },
): Promise<WebhookRecord> => {
  const { url, types, isEnabled } = change
  if (url !== undefined) refuseUnsafe(deps, url)
  const isChanged = await deps.storage.webhooks.update(actor.workspaceId, id, {
    ...(url !== undefined && { url }),
    ...(types !== undefined && { types: [...new Set(types)] }),
    ...(isEnabled !== undefined && { isEnabled }),
    ...(isEnabled && { disabledBecause: undefined, failingSince: undefined }),
  })
  const webhook = isChanged ? await deps.storage.webhooks.find(actor.workspaceId, id) : undefined
  if (webhook === undefined) throw notFound('webhook')
  await record(deps, { actor, action: 'webhook.changed', subject: id })
  return webhook
}

/** Throws 404. */
export const removeWebhook = async (
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<void> => {
  if (!(await deps.storage.webhooks.remove(actor.workspaceId, id))) throw notFound('webhook')
  await record(deps, { actor, action: 'webhook.removed', subject: id })
}

const refuseUnsafe = ({ checkUrl }: Deps, url: string) => {
  const check = checkUrl(url)
  if (check.ok) return
  throw new Problem('unsafe-url', check.reason, {
    errors: [{ path: 'url', code: 'unsafe-url', message: check.reason }],
  })
}
