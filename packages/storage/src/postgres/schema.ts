import { defineTables } from '../tables.ts'
import { postgresKit } from './kit.ts'

export const postgresTables = defineTables(postgresKit)

export const {
  user,
  session,
  account,
  verification,
  organization,
  member,
  invitation,
  twoFactor,
  forms,
  formVersions,
  formDays,
  models,
  modelVersions,
  routings,
  absences,
  webhooks,
  apiKeys,
  audit,
  leads,
  leadKeys,
  leadActions,
  submissions,
  poolCredits,
  loads,
  conversations,
  signals,
  events,
  outbox,
  uploads,
} = postgresTables
