import type { DecisionRecord, Form, Routing, Score } from '@bantam/schema'
import type { LeadRecord, SubmissionRecord } from '@bantam/storage'
import { v7 } from 'uuid'

export const form: Form = {
  schema: 1,
  title: 'Request a demo',
  language: 'en',
  questions: [
    { id: 'need', kind: 'short-text', title: 'What hurts?', bant: 'need', required: true },
    {
      id: 'email',
      kind: 'email',
      title: 'Where may we write to?',
      required: true,
      property: 'email',
    },
  ],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
}

export const routing = (userId: string): Routing => ({
  schema: 1,
  rules: [
    {
      id: 'sales',
      label: 'Sales',
      lanes: ['sales'],
      to: { destination: 'sales', pool: 'everyone' },
    },
  ],
  fallback: { destination: 'nurture' },
  pools: [
    { id: 'everyone', label: 'Everyone', calendar: 'office', members: [{ userId, weight: 1 }] },
  ],
  calendars: [
    { id: 'office', label: 'Office', zone: 'Europe/Berlin', week: { mon: [['09:00', '17:00']] } },
  ],
  policies: [{ id: 'all', label: 'One hour', firstTouchMinutes: 60, calendar: 'office' }],
  managerId: userId,
})

export const score: Score = {
  fit: 72,
  intent: 61,
  total: 67.6,
  label: 'B2',
  lane: 'sales',
  coverage: 0.75,
  bant: { budget: 'met', authority: 'partly', need: 'met', timeline: 'unknown' },
  modelVersion: 1,
  contributions: [
    { criterion: 'mid', axis: 'fit', points: 72, because: '51–500 staff' },
    { criterion: 'pricing', axis: 'intent', points: 61, because: 'Saw the pricing page' },
  ],
  flags: [],
}

/** A lead and the submission it came from, as the intake would have stored them. */
export const leadOf = (
  { workspaceId, formId }: { workspaceId: string; formId: string },
  changes: Partial<LeadRecord> = {},
): { lead: LeadRecord; submission: SubmissionRecord } => {
  const now = new Date()
  const [leadId, submissionId] = [v7(), v7()]
  const record: DecisionRecord = { rules: [], candidates: [], how: 'round-robin', alarms: [] }
  const decided = {
    workspaceId,
    formId,
    score,
    destination: 'sales' as const,
    ownerId: undefined,
    sla: undefined,
    record,
    isTest: false,
  }
  const lead: LeadRecord = {
    ...decided,
    id: leadId,
    email: `${leadId}@example.com`,
    name: 'Ada Lovelace',
    company: 'Analytical Engines',
    properties: {
      need: { value: 'leads go cold', submissionId, questionId: 'need', at: now.toISOString() },
    },
    stage: 'mql',
    lane: 'sales',
    source: 'direct',
    submissionId,
    submissions: 1,
    visitorHash: undefined,
    claimedAt: undefined,
    touchedAt: undefined,
    acknowledgedOn: undefined,
    createdAt: now,
    routedAt: now,
    updatedAt: now,
    ...changes,
  }
  const submission: SubmissionRecord = {
    ...decided,
    id: submissionId,
    version: 1,
    key: v7(),
    fingerprint: 'f',
    leadId,
    conversationId: undefined,
    visitorHash: undefined,
    answers: [
      {
        questionId: 'need',
        title: 'What hurts?',
        value: 'leads go cold',
        display: 'Leads go cold',
      },
    ],
    discarded: ['phone'],
    hidden: {},
    page: undefined,
    consent: [],
    receipt: { submissionId, ending: { id: 'thanks', kind: 'message', title: 'Thank you' } },
    at: now,
  }
  return { lead, submission }
}
