import type { Lead, LeadItem } from './client.ts'

/** A sales lead that waits; tests say only what matters to them. */
export const leadItem = (own: Partial<LeadItem> & { id: string }): LeadItem => ({
  email: `${own.id}@example.com`,
  name: own.id,
  company: 'Northwind',
  stage: 'mql',
  lane: 'sales',
  destination: 'sales',
  owner: { id: 'rita', name: 'Rita Alvarez' },
  score: { fit: 80, intent: 70, total: 76, label: 'A2', lane: 'sales', coverage: 0.9, flags: [] },
  sla: null,
  source: 'newsletter',
  form: { id: 'demo', title: 'Request a demo' },
  claimedAt: null,
  touchedAt: null,
  routedAt: '2026-11-02T09:00:00.000Z',
  createdAt: '2026-11-02T09:00:00.000Z',
  submissions: 1,
  isTest: false,
  isOpen: true,
  isActive: true,
  ...own,
})

/** The same lead as its own page knows it. */
export const wholeLead = (item: LeadItem): Lead => ({
  ...item,
  properties: {},
  score: {
    ...item.score,
    bant: { budget: 'met', authority: 'partly', need: 'not-met', timeline: 'unknown' },
    modelVersion: 1,
    contributions: [
      { criterion: 'baseline', axis: 'fit', points: 10.1, because: 'Starting point' },
      { criterion: 'size', axis: 'fit', points: 69.9, because: 'Company size is 201–1000' },
      { criterion: 'pricing', axis: 'intent', points: 70, because: 'Saw the pricing page' },
    ],
  },
  route: {
    destination: item.destination,
    ...(item.owner === null ? {} : { owner: item.owner }),
    record: {
      rules: [
        { id: 'sales', label: 'Sales to Europe', outcome: 'matched', because: 'The lane is sales' },
      ],
      candidates: [
        { userId: 'rita', weight: 1, open: 2, creditBefore: 1, creditAfter: 0 },
        { userId: 'sam', weight: 1, open: 9, leftOut: 'at-cap', creditBefore: 0, creditAfter: 0 },
      ],
      chosen: 'rita',
      how: 'round-robin',
      alarms: [],
    },
  },
  answers: [
    { questionId: 'need', title: 'What should it solve?', value: 'Typing', display: 'Typing' },
  ],
  submissionId: 'submission',
  opener: '',
})
