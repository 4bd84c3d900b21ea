import { createHash } from 'node:crypto'
import type { Receipt } from '@bantam/storage'
import type { Prepared } from './prepared.ts'

/**
 * The receipt that a submission would get, as if nobody had ever sent one, for one that is kept nowhere. The same
 * submission under the same key gets the same receipt.
 */
export const rehearse = ({ form, key, fingerprint, judged }: Prepared): Receipt => {
  const print = createHash('sha256').update(`${form.formId} ${key} ${fingerprint}`)
  const submissionId = `sandbox-${print.digest('base64url').slice(0, 22)}`
  return { submissionId, ending: judged.ending }
}
