import type {
  Destination,
  Lane,
  RejectionReason,
  Role,
  Route,
  Score,
  Sla,
  Stage,
} from '@bantam/schema'
import { request } from './request.ts'

export interface Session {
  user: { id: string; name: string; email: string }
  workspace: { id: string; name: string; isDemo: boolean }
  role: Role
}

export interface Setup {
  /** True while nobody has an account yet. */
  isOpen: boolean
  hasDemo: boolean
  /** Only of a demo workspace, whose passwords are no secret. */
  demoUsers?: { email: string; role: Role; password: string }[]
}

/** What the queue knows of a lead. Instants are ISO texts. */
export interface LeadItem {
  id: string
  email: string
  name: string
  company: string
  stage: Stage
  lane: Lane
  destination: Destination
  owner: { id: string; name: string } | null
  score: Pick<Score, 'fit' | 'intent' | 'total' | 'label' | 'lane' | 'coverage' | 'flags'>
  sla: Sla | null
  source: string
  form: { id: string; title: string }
  claimedAt: string | null
  touchedAt: string | null
  routedAt: string
  createdAt: string
  submissions: number
  isTest: boolean
  /** Not yet rejected, recycled, won or lost. */
  isOpen: boolean
  /** Whether a person has to act: neither over nor in nurture. */
  isActive: boolean
}

export interface Lead extends LeadItem {
  properties: {
    [name: string]: { value: unknown; display: string; at: string; submissionId: string }
  }
  score: Score
  route: Route
  /** Of the latest submission. */
  answers: { questionId: string; title: string; value: unknown; display: string }[]
  submissionId: string
  opener: string
}

export interface Counts {
  active: number
  mine: number
  unclaimed: number
  nurture: number
  total: number
}

export interface LeadPage {
  items: LeadItem[]
  next: string | null
  counts: Counts
}

export interface TimelineEntry {
  at: string
  kind: string
  title: string
  detail?: string
  /** Of an answered form. */
  submissionId?: string
}

/** What a person does to a lead, as the server takes it. */
export type LeadRequest =
  | { kind: 'claimed' }
  | { kind: 'touched' }
  | { kind: 'accepted' }
  | { kind: 'rejected'; reason: RejectionReason; note?: string }
  | { kind: 'recycled'; returnOn?: string; note?: string }
  | { kind: 'converted'; note?: string }

export const fetchSession = () => request<Session>({ path: '/v1/session' })
export const fetchSetup = () => request<Setup>({ path: '/v1/setup' })
export const signIn = (credentials: { email: string; password: string }) =>
  request<Session>({ method: 'POST', path: '/v1/session', body: credentials })
export const signOut = () => request<void>({ method: 'DELETE', path: '/v1/session' })

export const fetchLeads = (query: { [name: string]: string | undefined }) =>
  request<LeadPage>({ path: '/v1/leads', query })
export const fetchLead = (id: string) =>
  request<Lead>({ path: `/v1/leads/${encodeURIComponent(id)}` })
export const fetchTimeline = (id: string) =>
  request<{ items: TimelineEntry[] }>({ path: `/v1/leads/${encodeURIComponent(id)}/timeline` })
/** Resolves to the new lead that the submission became. */
export const separateLead = (leadId: string, submissionId: string) =>
  request<Lead>({
    method: 'POST',
    path: `/v1/leads/${encodeURIComponent(leadId)}/separate`,
    body: { submissionId },
  })
export const fetchMembers = () =>
  request<{ items: { id: string; name: string }[] }>({ path: '/v1/members' })

/** Sends what was done `ago` milliseconds ago; the same `id` again does nothing more. `keepalive` lets the request outlive the page that sends it. */
export const sendAction = (
  leadId: string,
  {
    id,
    action,
    ago,
    keepalive,
  }: { id: string; action: LeadRequest; ago: number; keepalive: boolean },
) => {
  const path = `/v1/leads/${encodeURIComponent(leadId)}`
  return action.kind === 'claimed'
    ? request<LeadItem>({ method: 'POST', path: `${path}/claim`, keepalive })
    : request<LeadItem>({
        method: 'POST',
        path: `${path}/disposition`,
        body: { ...action, id, ago },
        keepalive,
      })
}
