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

/** Where a person has to act; everywhere else a lead is over, or left to nurture. */
export const activeStages: readonly Stage[] = ['inquiry', 'mql', 'sal', 'sql', 'opportunity']

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
