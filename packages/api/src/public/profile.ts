import { knownAmong, publicForm, skippedOf, specialise } from '@bantam/engine'
import type { Form } from '@bantam/schema'
import type { KnownAnswer } from '@bantam/storage'
import type { Deps } from '../deps.ts'
import type { FormVersion } from '../intake/directory.ts'
import { recollect, type Recollection } from './recollect.ts'

/** What a conversation starts from. */
export interface Profile {
  readonly known: readonly KnownAnswer[]
  readonly skip: readonly string[]
  /** The residual form as its browser may see it, when something is known. */
  readonly definition?: Form
}

/**
 * What is left to ask of a visitor on a form: nothing that this token has answered before, and of the optional rest
 * what the touchpoint can afford. `visitorHash` is undefined for a visitor nobody has met.
 */
export const profileOf = async (
  deps: Pick<Deps, 'storage' | 'directory' | 'clock'>,
  { form, visitorHash }: { form: FormVersion; visitorHash: string | undefined },
): Promise<Profile> => {
  const { workspaceId, formId, definition } = form
  const now = deps.clock().getTime()
  const [{ answers, ...past }, signals] =
    visitorHash === undefined
      ? [nothing, 0]
      : await Promise.all([
          recollect(deps, { workspaceId, visitorHash }),
          countSignals(deps, { workspaceId, visitorHash }),
        ])
  const found = knownAmong({ formId, form: definition }, { earlier: answers, now })
  const values = new Map([...found].map(([id, { value }]) => [id, value]))
  const residual = specialise(definition, values)
  const isSpecial = found.size > 0 && asksSomething(residual)
  const left = isSpecial ? residual : definition
  return {
    known: isSpecial
      ? [...found].map(([questionId, { submissionId, questionId: from }]) => ({
          questionId,
          submissionId,
          from,
        }))
      : [],
    skip: skippedOf(left, { ...past, signals, now }),
    ...(isSpecial && { definition: publicForm(residual) }),
  }
}

const nothing: Recollection = { answers: [], submissions: 0, answeredAt: undefined }

/** A form that has nothing left to ask is asked as a whole: somebody opened it to say something. */
const asksSomething = ({ questions }: Form): boolean =>
  questions.some(({ kind }) => kind !== 'statement')

const countSignals = async (
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  { workspaceId, visitorHash }: { workspaceId: string; visitorHash: string },
): Promise<number> => {
  const aYearAgo = new Date(clock().getTime() - 365 * 86_400_000)
  return (await storage.conversations.signals(workspaceId, visitorHash, aYearAgo)).length
}
