import { createHash } from 'node:crypto'
import type { Receipt } from '@bantam/storage'
import { decide } from './decide.ts'
import type { Prepared } from './prepared.ts'

/**
 * The receipt that a submission would get, as if nobody had ever sent one: decided like a real one, kept nowhere. The
 * same submission under the same key gets the same receipt.
 */
export const rehearse = (submission: Prepared, now: Date): Receipt => {
  const { form, key, fingerprint } = submission
  const print = createHash('sha256').update(`${form.formId} ${key} ${fingerprint}`)
  const submissionId = `sandbox-${print.digest('base64url').slice(0, 22)}`
  const nothing = { submissions: [], leads: [], open: [], credits: [] }
  const { outcomes } = decide([submission], nothing, {
    now,
    newId: () => submissionId,
    hasMailServer: false,
  })
  const [outcome] = outcomes
  if (outcome?.kind !== 'accepted') throw new Error('a first submission is always accepted')
  return outcome.receipt
}
