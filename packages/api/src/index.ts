export { createApi, type Api } from './app.ts'
export type { Auth, Session } from './auth/auth.ts'
export { createAuth, type AuthOptions } from './auth/create-auth.ts'
export { answerEncoded, encodedBody, type Encoded } from './encoded.ts'
export type { Actor, ApiEnv, Demo, DemoUser, Deps, LiveHub, Log } from './deps.ts'
export { checkForm, diagnoseForm } from './forms/check-form.ts'
export { slugOf } from './forms/slug.ts'
export { createMetrics, type Metrics } from './health/metrics.ts'
export { hashOf, newKey, prefixOf } from './keys/api-key.ts'
export { findLeadItem, LeadItem } from './leads/lead-item.ts'
export { answerProblem, Problem } from './problems.ts'
export { checkRouting } from './routing/check-routing.ts'
export { zoneOffset } from './facts/zone.ts'
export { decide, type Outcome } from './intake/decide.ts'
export { defaultRouting } from './intake/defaults.ts'
export {
  createDirectory,
  type Definitions,
  type Directory,
  type FormVersion,
} from './intake/directory.ts'
export { factsOf } from './intake/facts-of.ts'
export { createIntake, type Intake } from './intake/intake.ts'
export { follow, prepare, type Prepared } from './intake/prepared.ts'
export { leadPage, type LeadPage } from './leads/lead-page.ts'
export { publishedBody, type WidgetWords } from './public/published-body.ts'
export { createViews, type Views } from './public/views.ts'
export { createProofs } from './spam/proofs.ts'
export { sweepUploads } from './uploads/sweep.ts'
