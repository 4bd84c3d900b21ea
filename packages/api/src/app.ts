import { OpenAPIHono } from '@hono/zod-openapi'
import { auditRoutes } from './audit/routes.ts'
import { authRoutes } from './auth/routes.ts'
import { deliveryRoutes } from './deliveries/routes.ts'
import type { ApiEnv, Deps } from './deps.ts'
import { importRoutes } from './forms/import-routes.ts'
import { diagnosisRoutes } from './forms/diagnosis-routes.ts'
import { formRoutes } from './forms/routes.ts'
import { versionRoutes } from './forms/version-routes.ts'
import { observe } from './health/observe.ts'
import { healthRoutes } from './health/routes.ts'
import { keyRoutes } from './keys/routes.ts'
import { leadRoutes } from './leads/routes.ts'
import { liveRoutes } from './live/routes.ts'
import { memberRoutes } from './members/routes.ts'
import { modelRoutes } from './models/routes.ts'
import { openApiDocument } from './openapi/document.ts'
import { answerError, answerProblem, Problem, refuseInvalid } from './problems.ts'
import { publicRoutes } from './public/routes.ts'
import { routingRoutes } from './routing/routes.ts'
import { submissionRoutes } from './submissions/routes.ts'
import { uploadRoutes } from './uploads/routes.ts'
import { templateRoutes } from './templates/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'

/** The whole HTTP face as one Hono app; it owns no process, no driver and no setting. */
export const createApi = (deps: Deps) => {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid })
  app.use(observe(deps))
  app.onError(answerError(deps.log))
  app.notFound((c) =>
    answerProblem(
      c,
      new Problem('not-found', 'There is nothing at this address. See /docs for what there is.'),
    ),
  )

  const api = app
    .route('/', publicRoutes(deps))
    .route('/', authRoutes(deps))
    .route('/', formRoutes(deps))
    .route('/', versionRoutes(deps))
    .route('/', diagnosisRoutes(deps))
    .route('/', importRoutes(deps))
    .route('/', templateRoutes(deps))
    .route('/', modelRoutes(deps))
    .route('/', routingRoutes(deps))
    .route('/', leadRoutes(deps))
    .route('/', submissionRoutes(deps))
    .route('/', uploadRoutes(deps))
    .route('/', liveRoutes(deps))
    .route('/', deliveryRoutes(deps))
    .route('/', webhookRoutes(deps))
    .route('/', memberRoutes(deps))
    .route('/', keyRoutes(deps))
    .route('/', auditRoutes(deps))
    .route('/', healthRoutes(deps))

  let document: ReturnType<typeof openApiDocument> | undefined
  app.get('/openapi.json', (c) => c.json((document ??= openApiDocument(app, deps))))
  return api
}
export type Api = ReturnType<typeof createApi>
