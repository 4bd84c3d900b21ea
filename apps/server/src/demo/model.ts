import type { ScoringModel } from '@bantam/schema'

const property = (name: string, value: string) => ({
  ref: `property:${name}`,
  op: 'is' as const,
  value,
})
const needs = (value: string) => ({ ref: 'property:need', op: 'contains' as const, value })

/** What the demo workspace's marketing and sales agreed on: who fits, and who means it. */
export const demoModel: ScoringModel = {
  schema: 1,
  name: 'Demo requests',
  fit: {
    groups: [
      {
        id: 'size',
        label: 'Company size',
        pick: 'first',
        cap: 30,
        criteria: [
          {
            id: 'size-mid',
            label: '201–1,000 staff',
            when: property('companySize', 's-201-1000'),
            points: 30,
            rationale: 'Most of the customers who stayed are this size.',
          },
          {
            id: 'size-large',
            label: 'More than 1,000 staff',
            when: property('companySize', 's-1001'),
            points: 25,
            rationale: 'Worth it, but slower to close.',
          },
          {
            id: 'size-small',
            label: '51–200 staff',
            when: property('companySize', 's-51-200'),
            points: 20,
            rationale: 'Buys quickly once a sales team exists.',
          },
          {
            id: 'size-tiny',
            label: '1–50 staff',
            when: property('companySize', 's-1-50'),
            points: 8,
            rationale: 'Often no sales team yet.',
          },
        ],
      },
      {
        id: 'role',
        label: 'Role',
        pick: 'first',
        cap: 30,
        criteria: [
          {
            id: 'role-executive',
            label: 'Founder or executive',
            when: property('role', 'r-executive'),
            points: 30,
            rationale: 'Decides.',
          },
          {
            id: 'role-director',
            label: 'Director or VP',
            when: property('role', 'r-director'),
            points: 27,
            rationale: 'Decides or owns the budget.',
          },
          {
            id: 'role-manager',
            label: 'Manager or team lead',
            when: property('role', 'r-manager'),
            points: 18,
            rationale: 'Feels the pain and recommends.',
          },
          {
            id: 'role-specialist',
            label: 'Specialist',
            when: property('role', 'r-specialist'),
            points: 6,
            rationale: 'Can introduce us.',
          },
          {
            id: 'role-student',
            label: 'Student',
            when: property('role', 'r-student'),
            points: -20,
            rationale: 'Learns, does not buy.',
          },
        ],
      },
      {
        id: 'use-case',
        label: 'Use case',
        cap: 20,
        criteria: [
          {
            id: 'need-qualify',
            label: 'Wants to qualify leads',
            when: needs('n-qualify'),
            points: 14,
            rationale: 'What we are for.',
          },
          {
            id: 'need-routing',
            label: 'Wants fair routing',
            when: needs('n-routing'),
            points: 10,
            rationale: 'Has a team to route to.',
          },
          {
            id: 'need-speed',
            label: 'Wants faster answers',
            when: needs('n-speed'),
            points: 10,
            rationale: 'Speed to lead is measurable within a month.',
          },
          {
            id: 'need-forms',
            label: 'Wants better forms',
            when: needs('n-forms'),
            points: 6,
            rationale: 'Half of what we do.',
          },
        ],
      },
      {
        id: 'address',
        label: 'Email address',
        criteria: [
          {
            id: 'business-address',
            label: 'Business address',
            when: { not: { ref: 'property:email', op: 'in-list', value: 'free-mail' } },
            points: 10,
            rationale: 'Writes as the company.',
          },
          {
            id: 'free-address',
            label: 'Free-mail address',
            when: { ref: 'property:email', op: 'in-list', value: 'free-mail' },
            points: -10,
            rationale: 'Hard to tie to a company.',
          },
        ],
      },
      {
        id: 'authority',
        label: 'Say in the purchase',
        pick: 'first',
        cap: 10,
        criteria: [
          {
            id: 'decides',
            label: 'Decides alone or with others',
            when: {
              ref: 'property:procurement',
              op: 'is-any-of',
              value: ['p-me', 'p-with-others'],
            },
            points: 10,
            rationale: 'Shortens the way through a large company.',
          },
          {
            id: 'recommends',
            label: 'Recommends',
            when: property('procurement', 'p-recommend'),
            points: 4,
          },
        ],
      },
    ],
  },
  intent: {
    groups: [
      {
        id: 'request',
        label: 'Asked for a demo',
        criteria: [
          {
            id: 'asked-for-demo',
            label: 'Asked for a demo',
            when: { ref: 'question:timeline', op: 'is-answered' },
            points: 15,
            rationale: 'Nobody asks for a demo by accident.',
          },
          {
            id: 'left-a-phone',
            label: 'Left a phone number',
            when: { ref: 'property:phone', op: 'is-answered' },
            points: 10,
            rationale: 'Wants to be called.',
          },
          {
            id: 'told-us-more',
            label: 'Described the problem',
            when: { ref: 'property:needDetail', op: 'is-answered' },
            points: 5,
          },
        ],
      },
      {
        id: 'timeline',
        label: 'Timeline',
        pick: 'first',
        criteria: [
          {
            id: 'this-month',
            label: 'This month',
            when: property('timeline', 't-month'),
            points: 35,
            rationale: 'Won deals named a month.',
          },
          {
            id: 'this-quarter',
            label: 'This quarter',
            when: property('timeline', 't-quarter'),
            points: 30,
          },
          {
            id: 'half-a-year',
            label: 'Within six months',
            when: property('timeline', 't-half'),
            points: 15,
          },
          { id: 'later', label: 'Later', when: property('timeline', 't-later'), points: 5 },
        ],
      },
      {
        id: 'budget',
        label: 'Budget',
        pick: 'first',
        criteria: [
          {
            id: 'approved',
            label: 'Budget approved',
            when: property('budget', 'b-approved'),
            points: 25,
            rationale: 'The strongest single sign of a purchase.',
          },
          {
            id: 'planned',
            label: 'Budget planned',
            when: property('budget', 'b-planned'),
            points: 18,
          },
          {
            id: 'needs-numbers',
            label: 'Needs numbers first',
            when: property('budget', 'b-seeking'),
            points: 8,
            rationale: 'Not formalised yet is a valid answer.',
          },
        ],
      },
      {
        id: 'pricing',
        label: 'Pricing page',
        cap: 40,
        criteria: [
          {
            id: 'saw-pricing',
            label: 'Saw pricing',
            signal: 'pricing-page',
            points: 15,
            halfLifeDays: 14,
            withinDays: 60,
            maxCount: 3,
            rationale: 'Compares us with somebody.',
          },
        ],
      },
      {
        id: 'content',
        label: 'Content',
        cap: 15,
        criteria: [
          {
            id: 'webinar',
            label: 'Came to a webinar',
            signal: 'webinar',
            points: 10,
            halfLifeDays: 30,
            withinDays: 90,
            maxCount: 2,
          },
          {
            id: 'download',
            label: 'Downloaded something',
            signal: 'download',
            points: 3,
            halfLifeDays: 30,
            withinDays: 90,
            maxCount: 5,
            rationale: 'Five ebooks are curiosity, not intent.',
          },
        ],
      },
    ],
  },
  exclusions: [
    {
      id: 'student',
      label: 'Student',
      when: property('role', 'r-student'),
      reason: 'student',
      lane: 'nurture',
    },
    {
      id: 'student-address',
      label: 'Address of a school',
      when: { ref: 'property:email', op: 'in-list', value: 'student' },
      reason: 'student-email',
      lane: 'nurture',
    },
    {
      id: 'throw-away',
      label: 'Throw-away address',
      when: { ref: 'property:email', op: 'in-list', value: 'disposable' },
      reason: 'disposable-domain',
      lane: 'disqualified',
    },
  ],
  pages: [{ signal: 'pricing-page', url: '/pricing' }],
  thresholds: { fit: 50, intent: 50, fitFloor: 30, mql: 50, salesReady: 80 },
  weights: { fit: 0.6, intent: 0.4 },
}
