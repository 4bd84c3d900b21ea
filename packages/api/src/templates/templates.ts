import { bant } from './bant.ts'
import { buyingGroupSurvey } from './buying-group-survey.ts'
import { champ } from './champ.ts'
import { contentDownload } from './content-download.ts'
import { demoRequest } from './demo-request.ts'
import { gpctba } from './gpctba.ts'
import { meddic } from './meddic.ts'
import { newsletter } from './newsletter.ts'
import { partner } from './partner.ts'
import { pricingInquiry } from './pricing-inquiry.ts'
import { spiced } from './spiced.ts'
import { supportTriage } from './support-triage.ts'
import type { Template } from './template.ts'
import { webinar } from './webinar.ts'

/** All templates, in the order in which they are offered. */
export const templates: readonly Template[] = [
  demoRequest,
  pricingInquiry,
  contentDownload,
  webinar,
  newsletter,
  partner,
  supportTriage,
  buyingGroupSurvey,
  bant,
  champ,
  meddic,
  spiced,
  gpctba,
]
