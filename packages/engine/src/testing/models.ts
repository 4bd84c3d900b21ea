import type { ScoringModel } from '@bantam/schema'
import { is, test } from './forms.ts'

const criterion = (id: string, label: string, points: number) => ({ id, label, points })

/** The written definition that goes with `demoRequest`: fit from role and size, intent from words and deeds. */
export const demoModel: ScoringModel = {
  schema: 1,
  name: 'B2B software',
  fit: {
    groups: [
      {
        id: 'role',
        label: 'Role',
        floor: -20,
        cap: 40,
        criteria: [
          { ...criterion('executive', 'Executive', 40), when: is('role', 'executive') },
          { ...criterion('director', 'Director', 35), when: is('role', 'director') },
          { ...criterion('manager', 'Manager', 20), when: is('role', 'manager') },
          { ...criterion('specialist', 'Specialist', 5), when: is('role', 'specialist') },
          { ...criterion('student', 'Student', -20), when: is('role', 'student') },
        ],
      },
      {
        id: 'size',
        label: 'Company size',
        cap: 40,
        criteria: [
          { ...criterion('small', '1–50 staff', 10), when: is('company-size', '1-50') },
          { ...criterion('mid', '51–200 staff', 30), when: is('company-size', '51-200') },
          { ...criterion('large', '201–1,000 staff', 40), when: is('company-size', '201-1-000') },
          { ...criterion('giant', 'More than 1,000 staff', 25), when: is('company-size', 'more') },
        ],
      },
      {
        id: 'budget',
        label: 'Budget',
        pick: 'first',
        cap: 20,
        criteria: [
          { ...criterion('big', 'Over 50k', 20), when: is('budget', 'over-50k') },
          {
            ...criterion('some', 'Some budget', 15),
            when: test('question:budget', 'is-none-of', ['none']),
          },
        ],
      },
    ],
  },
  intent: {
    groups: [
      {
        id: 'timeline',
        label: 'Timeline',
        criteria: [
          { ...criterion('quarter', 'This quarter', 40), when: is('timeline', 'this-quarter') },
          { ...criterion('year', 'This year', 20), when: is('timeline', 'this-year') },
        ],
      },
      {
        id: 'needs',
        label: 'Needs',
        cap: 25,
        criteria: [
          {
            ...criterion('scoring', 'Lead scoring', 15),
            when: test('question:needs', 'contains', 'lead-scoring'),
          },
          {
            ...criterion('routing', 'Lead routing', 15),
            when: test('question:needs', 'contains', 'lead-routing'),
          },
          {
            ...criterion('researching', 'Just researching', -10),
            when: is('needs', 'just-researching'),
          },
        ],
      },
      {
        id: 'call',
        label: 'Call',
        criteria: [{ ...criterion('call', 'Wants a call', 15), when: is('call', true) }],
      },
      {
        id: 'pricing',
        label: 'Pricing page',
        cap: 60,
        criteria: [
          {
            ...criterion('pricing', 'Saw pricing', 50),
            signal: 'pricing-page',
            halfLifeDays: 14,
            withinDays: 60,
            maxCount: 3,
          },
        ],
      },
      {
        id: 'content',
        label: 'Content',
        cap: 30,
        criteria: [
          { ...criterion('ebook', 'Downloaded an ebook', 10), signal: 'ebook', halfLifeDays: 60 },
          { ...criterion('bounce', 'Left at once', -5), signal: 'bounce', halfLifeDays: 7 },
        ],
      },
    ],
  },
  exclusions: [
    { id: 'student', when: is('role', 'student'), reason: 'student', lane: 'nurture' },
    {
      id: 'competitor',
      when: test('question:email', 'in-list', ['rival.example']),
      reason: 'competitor-email',
    },
  ],
}
