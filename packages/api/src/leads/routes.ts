import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Lane, Score, Stage } from '@bantam/schema'
import type { LeadFilter } from '@bantam/storage'
import { everyone, guards } from '../auth/requires.ts'
import type { Actor, ApiEnv, Deps } from '../deps.ts'
import { idPath, json, jsonBody, listQuery, pageOf, text } from '../openapi/shape.ts'
import { claim, Disposition, dispose } from './act.ts'
import { LeadItem, leadItems } from './lead-item.ts'
import { findDeciding, LeadPage, leadPage } from './lead-page.ts'
import { separate } from './separate.ts'
import { TimelineItem, timelineOf } from './timeline.ts'

const tags = ['Leads']
const LeadQuery = listQuery.extend({
  sort: z.enum(['rank', 'newest']).default('newest'),
  owner: text(100).optional().openapi({ description: '`me`, `none`, or the id of a member' }),
  lane: Lane.optional(),
  stage: Stage.optional(),
  open: z.enum(['true', 'false']).optional(),
  active: z.enum(['true', 'false']).optional().openapi({
    description: 'Whether a person has to act: neither over nor in nurture',
  }),
  claimed: z.enum(['true', 'false']).optional(),
  form: text(100).optional(),
  q: text(200).optional().openapi({ description: 'Part of name, email or company' }),
})
const Counts = z.object({
  active: z.int(),
  mine: z.int(),
  unclaimed: z.int(),
  nurture: z.int(),
  total: z.int(),
})
const Explanation = Score.pick({ modelVersion: true, contributions: true, bant: true, flags: true })

/** Leads: the queue, one lead with its reasons, and what sales does with it. */
export const leadRoutes = (deps: Deps) => {
  const { requires } = guards(deps)
  const sales = () => requires('owner', 'sales-manager', 'rep')

  return new OpenAPIHono<ApiEnv>()
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/leads',
        operationId: 'listLeads',
        summary: 'List leads, newest first or by rank',
        tags,
        request: { query: LeadQuery },
        responses: { 200: json(pageOf(LeadItem).extend({ counts: Counts }), 'A page of leads') },
      }),
      async (c) => {
        const actor = c.get('actor')
        const { workspaceId } = actor
        const { limit, cursor, sort, ...query } = c.req.valid('query')
        const filter = filterOf(query, actor)
        const [page, counts] = await Promise.all([
          deps.storage.leads.page(workspaceId, { limit, cursor, sort, filter }),
          deps.storage.leads.counts(workspaceId, actor.userId),
        ])
        const items = await leadItems(deps.storage, { workspaceId, leads: page.items })
        return c.json({ items, next: page.next ?? null, counts }, 200)
      },
    )
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/leads/{id}',
        operationId: 'getLead',
        summary: 'One lead with its answers, score and route',
        tags,
        request: { params: idPath },
        responses: { 200: json(LeadPage, 'The lead') },
      }),
      async (c) =>
        c.json(await leadPage(deps, { actor: c.get('actor'), ...c.req.valid('param') }), 200),
    )
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/leads/{id}/timeline',
        operationId: 'getLeadTimeline',
        summary: 'What happened with a lead, newest first',
        tags,
        request: { params: idPath },
        responses: { 200: json(z.object({ items: z.array(TimelineItem) }), 'The timeline') },
      }),
      async (c) => {
        const items = await timelineOf(deps, { actor: c.get('actor'), ...c.req.valid('param') })
        return c.json({ items }, 200)
      },
    )
    .openapi(
      createRoute({
        ...requires(...everyone),
        method: 'get',
        path: '/v1/leads/{id}/explanation',
        operationId: 'explainLead',
        summary: 'Every rule that made the score',
        tags,
        request: { params: idPath },
        responses: { 200: json(Explanation, 'The contributions add up to the score') },
      }),
      async (c) => {
        const request = { actor: c.get('actor'), ...c.req.valid('param') }
        const { modelVersion, contributions, bant, flags } = (await findDeciding(deps, request))
          .score
        return c.json({ modelVersion, contributions, bant, flags }, 200)
      },
    )
    .openapi(
      createRoute({
        ...sales(),
        method: 'post',
        path: '/v1/leads/{id}/claim',
        operationId: 'claimLead',
        summary: 'Take the lead; of several who try, one gets it',
        tags,
        request: { params: idPath },
        responses: { 200: json(LeadPage, 'The lead is yours') },
      }),
      async (c) => {
        const request = { actor: c.get('actor'), ...c.req.valid('param') }
        await claim(deps, request)
        return c.json(await leadPage(deps, request), 200)
      },
    )
    .openapi(
      createRoute({
        ...sales(),
        method: 'post',
        path: '/v1/leads/{id}/disposition',
        operationId: 'disposeLead',
        summary: 'Say what became of the lead',
        tags,
        request: { params: idPath, body: jsonBody(Disposition) },
        responses: { 200: json(LeadPage, 'Recorded') },
      }),
      async (c) => {
        const request = { actor: c.get('actor'), ...c.req.valid('param') }
        await dispose(deps, { ...request, disposition: c.req.valid('json') })
        return c.json(await leadPage(deps, request), 200)
      },
    )
    .openapi(
      createRoute({
        ...sales(),
        method: 'post',
        path: '/v1/leads/{id}/separate',
        operationId: 'separateLead',
        summary: 'Say that a submission was another person’s: it gets a lead of its own',
        tags,
        request: { params: idPath, body: jsonBody(z.object({ submissionId: text(100) })) },
        responses: { 201: json(LeadPage, 'The new lead') },
      }),
      async (c) => {
        const actor = c.get('actor')
        const { submissionId } = c.req.valid('json')
        const id = await separate(deps, { actor, submissionId, ...c.req.valid('param') })
        return c.json(await leadPage(deps, { actor, id }), 201)
      },
    )
}

type Query = Omit<z.infer<typeof LeadQuery>, 'limit' | 'cursor' | 'sort'>

const filterOf = (
  { owner, lane, stage, open, active, claimed, form, q }: Query,
  { userId }: Actor,
): LeadFilter => ({
  ...(owner === 'none' ? { unowned: true } : { ownerId: owner === 'me' ? (userId ?? '') : owner }),
  lane,
  stage,
  isOpen: open && open === 'true',
  isActive: active && active === 'true',
  isClaimed: claimed && claimed === 'true',
  search: q === '' ? undefined : q,
  formId: form,
})
