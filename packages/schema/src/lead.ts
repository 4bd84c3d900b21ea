import { z } from 'zod'

export const Stage = z.enum([
  'inquiry',
  'mql',
  'sal',
  'sql',
  'opportunity',
  'won',
  'lost',
  'nurture',
  'disqualified',
])
export type Stage = z.infer<typeof Stage>

export const Role = z.enum(['owner', 'marketer', 'sales-manager', 'rep'])
export type Role = z.infer<typeof Role>

/** What sales may answer when it rejects a lead; "bad lead" is no reason. */
export const RejectionReason = z.enum([
  'student-email',
  'wrong-geography',
  'no-buying-role',
  'company-too-small',
  'not-ready-this-quarter',
  'wrongly-scored',
  'unreachable',
  'competitor',
  'duplicate',
])
export type RejectionReason = z.infer<typeof RejectionReason>
