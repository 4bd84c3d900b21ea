import { randomUUID } from 'node:crypto'
import type { Form, Routing, Score, ScoringModel } from '@bantam/schema'
import { storable } from '@bantam/storage'
import type {
  ConversationRecord,
  EventRecord,
  FormRecord,
  IntakeRequest,
  LeadAction,
  LeadRecord,
  ModelRecord,
  OutboxRecord,
  SubmissionRecord,
} from '@bantam/storage'

/** A value that must be there for the test to say anything. */
export const sure = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the test expected a value')
  return value
}

/** An instant of the suite's own calendar: minutes after a fixed morning. */
export const at = (minutes: number): Date => new Date(Date.UTC(2026, 2, 2, 9, minutes))

/** Ids that sort in the order they were made, as the product's do. */
let made = 0
export const newId = (): string =>
  `019d${(made++).toString(16).padStart(8, '0')}${randomUUID().slice(12)}`

export const form: Form = {
  schema: 1,
  title: 'Request a demo',
  language: 'en',
  questions: [{ id: 'email', kind: 'email', title: 'Where may we write to?' }],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
  translations: { fr: { zebra: 'z' }, de: { ant: 'a' } },
}

export const model: ScoringModel = {
  schema: 1,
  name: 'First',
  fit: { groups: [] },
  intent: { groups: [] },
}

export const routing: Routing = {
  schema: 1,
  rules: [],
  fallback: { destination: 'nurture' },
  pools: [],
  calendars: [],
  policies: [{ id: 'day', label: 'One day', firstTouchMinutes: 480, calendar: 'office' }],
}

export const score: Score = {
  fit: 72.5,
  intent: 61.25,
  total: 68,
  label: 'B1',
  lane: 'sales',
  coverage: 0.75,
  bant: { budget: 'met', authority: 'partly', need: 'met', timeline: 'unknown' },
  modelVersion: 3,
  contributions: [
    { criterion: 'mid', axis: 'fit', points: 72.5, because: 'Company size is 51–500' },
    { criterion: 'pricing', axis: 'intent', points: 61.25, because: 'Saw the pricing page twice' },
  ],
  flags: ['sales-ready'],
}

const { contributions: _contributions, bant: _bant, ...summary } = score

const record: SubmissionRecord['record'] = {
  rules: [{ id: 'sales', label: 'Sales', outcome: 'matched', because: 'the lane is sales' }],
  candidates: [{ userId: 'ada', weight: 1, open: 0, creditBefore: 0, creditAfter: -1 }],
  chosen: 'ada',
  how: 'round-robin',
  alarms: [],
}

const sla = {
  policy: 'hot',
  label: 'Within the hour',
  startedAt: at(0).toISOString(),
  firstTouchDue: at(60).toISOString(),
  warnAt: at(45).toISOString(),
}

export const formRecord = (over: Partial<FormRecord> = {}): FormRecord => {
  const id = newId()
  return {
    id,
    workspaceId: 'hive',
    slug: id,
    draft: form,
    revision: 1,
    publishedVersion: undefined,
    origins: [],
    asksProof: false,
    createdAt: at(0),
    updatedAt: at(0),
    ...over,
  }
}

export const modelRecord = (over: Partial<ModelRecord> = {}): ModelRecord => ({
  id: newId(),
  workspaceId: 'hive',
  draft: model,
  revision: 1,
  publishedVersion: undefined,
  updatedAt: at(0),
  ...over,
})

export const conversationRecord = (over: Partial<ConversationRecord> = {}): ConversationRecord => ({
  id: newId(),
  workspaceId: 'hive',
  formId: 'form',
  version: 1,
  visitorHash: 'visitor',
  seq: 0,
  answers: [],
  known: [],
  skip: [],
  submissionId: undefined,
  startedAt: at(0),
  updatedAt: at(0),
  ...over,
})

export const leadRecord = (over: Partial<LeadRecord> = {}): LeadRecord => {
  const id = newId()
  return {
    id,
    workspaceId: 'hive',
    email: `${id}@example.com`,
    name: 'Grace Hopper',
    company: 'Navy',
    properties: {
      companySize: {
        value: 's-51-500',
        submissionId: 's',
        questionId: 'size',
        at: at(0).toISOString(),
      },
    },
    stage: 'mql',
    lane: 'sales',
    destination: 'sales',
    ownerId: 'ada',
    score: summary,
    sla,
    source: 'demo',
    formId: 'form',
    submissionId: 's',
    submissions: 1,
    visitorHash: undefined,
    claimedAt: undefined,
    touchedAt: undefined,
    acknowledgedOn: undefined,
    isTest: false,
    createdAt: at(0),
    routedAt: at(0),
    updatedAt: at(0),
    ...over,
  }
}

const submissionRecord = (over: Partial<SubmissionRecord> = {}): SubmissionRecord => {
  const id = newId()
  return {
    id,
    workspaceId: 'hive',
    formId: 'form',
    version: 1,
    key: id,
    fingerprint: 'f1',
    leadId: 'lead',
    conversationId: undefined,
    visitorHash: undefined,
    answers: [
      { questionId: 'need', title: 'What hurts?', value: 'spreadsheets', display: 'spreadsheets' },
    ],
    discarded: [],
    hidden: { plan: 'pro' },
    page: { url: 'https://example.com/pricing' },
    consent: [{ purpose: 'contact', granted: true, textVersion: '2026-03' }],
    score,
    destination: 'sales',
    ownerId: 'ada',
    sla,
    record,
    receipt: { submissionId: id, ending: { id: 'thanks', kind: 'message', title: 'Thank you' } },
    isTest: false,
    at: at(0),
    ...over,
  }
}

export const eventRecord = (over: Partial<EventRecord> = {}): EventRecord => ({
  id: newId(),
  workspaceId: 'hive',
  type: 'lead.routed',
  leadId: 'lead',
  submissionId: undefined,
  data: { destination: 'sales' },
  at: at(0),
  ...over,
})

export const outboxRecord = (over: Partial<OutboxRecord> = {}): OutboxRecord => ({
  id: newId(),
  workspaceId: 'hive',
  channel: 'mail',
  kind: 'lead-assigned',
  target: 'ada',
  eventId: 'event',
  leadId: 'lead',
  submissionId: undefined,
  state: 'waiting',
  attempts: 0,
  nextAt: at(0),
  leaseOwner: undefined,
  leaseUntil: undefined,
  lastError: undefined,
  doneAt: undefined,
  createdAt: at(0),
  ...over,
})

export const actionRecord = (over: Partial<LeadAction> = {}): LeadAction => ({
  id: newId(),
  leadId: 'lead',
  actorId: 'ada',
  kind: 'touched',
  reason: undefined,
  note: undefined,
  at: at(10),
  ...over,
})

/** A submission of somebody new with everything that a route brings: a lead, two events, three deliveries. */
export const arrival = (
  over: {
    workspaceId?: string
    lead?: Partial<LeadRecord>
    submission?: Partial<SubmissionRecord>
  } = {},
) => {
  const workspaceId = over.workspaceId ?? 'hive'
  const leadId = over.lead?.id ?? newId()
  const submission = submissionRecord({ workspaceId, leadId, ...over.submission })
  const { id: submissionId, formId, key, conversationId } = submission
  const lead = leadRecord({ workspaceId, id: leadId, formId, submissionId, ...over.lead })
  const about = { workspaceId, leadId, submissionId }
  const routed = eventRecord(about)
  const told = { ...about, eventId: routed.id }
  const request: IntakeRequest = { workspaceId, formId, key, conversationId, email: lead.email }
  return {
    request,
    lead,
    submission,
    events: [eventRecord({ ...about, type: 'submission.created' }), routed],
    outbox: [
      outboxRecord(told),
      outboxRecord({ ...told, kind: 'acknowledgement', target: leadId }),
      outboxRecord({ ...told, channel: 'webhook', kind: 'lead.routed', target: 'endpoint' }),
    ],
  }
}

export type Arrival = ReturnType<typeof arrival>

/** What a decider would write for arrivals of new leads. */
export const landing = (arrivals: readonly Arrival[]) => ({
  submissions: arrivals.map(({ submission }) => storable(submission)),
  leads: arrivals.map(({ lead }) => ({ lead, isNew: true })),
  credits: [],
  events: arrivals.flatMap(({ events }) => events),
  outbox: arrivals.flatMap(({ outbox }) => outbox),
})
