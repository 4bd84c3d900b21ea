import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import type { Task } from './proofs.ts'

/** Nobody reads and answers a whole form in less. */
const quickest = 1500

/** What tells a person from a program, as it came with a submission. */
export interface Signs extends Task {
  readonly workspaceId: string
  /** Whether everybody shows work: the form's owner wants it, or more comes than people send. */
  readonly asksProof: boolean
  /** What stands in the field that people do not see. */
  readonly trap: string | undefined
  /** Milliseconds from the form's appearance to its sending, as the widget measured; unknown of other programs. */
  readonly elapsed: number | undefined
  /** The `Bantam-Proof` header. */
  readonly proof: string | undefined
}

/**
 * Whether a submission is a person's. `trapped` is a program's: it is told what people are told, and nothing of it is
 * kept. Who was too quick brings a proof of work, and everybody where the form asks for it. Throws proof-required
 * and proof-invalid, but never for what is stored already: its receipt may be asked for again at any time.
 */
export const screen = async (
  { storage, proofs, metrics }: Pick<Deps, 'storage' | 'proofs' | 'metrics'>,
  { workspaceId, formId, key, asksProof, trap, elapsed, proof }: Signs,
): Promise<'person' | 'trapped'> => {
  if (trap !== undefined && trap !== '') {
    metrics.spamStopped('trap')
    return 'trapped'
  }
  if (!asksProof && (elapsed === undefined || elapsed >= quickest)) return 'person'
  const worth = await proofs.worthOf(proof, { formId, key })
  if (worth === 'good' || (await storage.submissions.hasKey(workspaceId, formId, key)))
    return 'person'
  metrics.spamStopped('proof')
  throw refusals[worth]
}

const where = 'Get one from GET /v1/public/forms/:formId/challenge?key=IDEMPOTENCY-KEY'
const refusals = {
  missing: new Problem(
    'proof-required',
    `This submission needs a proof of work. ${where}, solve it and send it as the header Bantam-Proof.`,
  ),
  spent: new Problem('proof-invalid', `The challenge of this proof of work has expired. ${where}.`),
  bad: new Problem(
    'proof-invalid',
    `The proof of work is wrong, or for another form or Idempotency-Key. ${where}.`,
  ),
}
