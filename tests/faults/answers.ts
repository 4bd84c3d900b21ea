/** A submission to one of the demo's forms. */
export interface Body {
  readonly version: number
  readonly answers: readonly { readonly questionId: string; readonly value: unknown }[]
}

/** To `demo-request`: a director with a plan, who goes to sales and pages a rep. */
export const directorOf = (email: string): Body => ({
  version: 1,
  answers: listed({
    'first-name': 'Dana',
    'work-email': email,
    company: { name: 'Acme Demo' },
    role: 'r-director',
    'company-size': 's-201-1000',
    procurement: 'p-with-others',
    need: ['n-qualify'],
    'need-detail': 'Fewer wasted calls',
    'monthly-leads': 300,
    'current-tool': 'c-forms',
    timeline: 't-quarter',
    budget: 'b-approved',
    'budget-size': 'bs-20k',
    phone: '+49 30 1234567',
    'contact-consent': true,
  }),
})

/** To `content-download`: somebody who wants the guide. */
export const readerOf = (email: string): Body => ({
  version: 1,
  answers: listed({ 'first-name': 'Rae', 'work-email': email, role: 'r-specialist' }),
})

const listed = (values: { readonly [questionId: string]: unknown }): Body['answers'] =>
  Object.entries(values).map(([questionId, value]) => ({ questionId, value }))
