import { compileForm, endingFor, inLanguage, recall, recallLookup, replay } from '@bantam/engine'
import type { Form, Lane } from '@bantam/schema'
import type { Submission, Transport } from './transport.ts'

/**
 * Answers as a server would, from the whole form (with the endings `for` a lane), and keeps nothing but `sent`.
 * `lane` says where a submission leads; nurture when absent.
 */
export const createMemoryTransport = (
  definition: Form,
  { lane }: { lane?: (submission: Submission) => Lane } = {},
): Transport & { readonly sent: readonly Submission[] } => {
  const form = compileForm(definition)
  const sent: Submission[] = []
  let stored = 0
  return {
    sent,
    async upload(_, { onProgress }) {
      onProgress(1)
      return { kind: 'stored', uploadId: `${++stored}`.padStart(22, '0') }
    },
    async submit(submission) {
      const { answers, hidden, language = '' } = submission
      const spoken = inLanguage(definition, language)
      const {
        errors,
        ending,
        answers: counted,
      } = replay(form, { answers, ...(hidden && { hidden }) })
      if (errors.length) return { kind: 'refused', code: 'invalid-answers', errors }
      sent.push(submission)
      const outcome = { lane: lane?.(submission) ?? 'nurture', ...(ending && { ending }) } as const
      const { title, body, ...chosen } = endingFor(spoken, outcome)
      const lookup = recallLookup(compileForm(spoken), counted, hidden)
      const worded = {
        ...chosen,
        title: recall(title, lookup),
        ...(body !== undefined && { body: recall(body, lookup) }),
      }
      return { kind: 'received', receipt: { submissionId: String(sent.length), ending: worded } }
    },
  }
}
