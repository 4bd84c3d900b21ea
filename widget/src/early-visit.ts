import type { Form } from '@bantam/schema'
import { firstInputs } from './inputs/first-inputs.ts'
import type { Scene, Visit } from './visit.ts'

export interface EarlyVisit extends Visit {
  /** What the visitor has answered so far. */
  readonly draft: unknown
  /** Whether the visitor would go on. */
  readonly isGoingOn: boolean
}

/**
 * The first question while the engine is still on its way, when nothing but the definition decides what it is and
 * says; else nothing yet. Remembers what the visitor does.
 */
export const createEarlyVisit = (
  { questions: [question] }: Form,
  { isFresh, onScene }: { isFresh: boolean; onScene: () => void },
): EarlyVisit => {
  const isPlain =
    question &&
    question.kind in firstInputs &&
    !question.showIf &&
    !JSON.stringify(question).includes('{{')
  let draft: unknown
  let isGoingOn = false
  return {
    get scene(): Scene {
      return isFresh && isPlain
        ? { kind: 'ask', question, draft, position: 1, progress: 0, isLast: false }
        : { kind: 'opening' }
    },
    change(changed) {
      draft = changed
      isGoingOn = false
      onScene()
    },
    next() {
      isGoingOn = true
    },
    back() {},
    get draft() {
      return draft
    },
    get isGoingOn() {
      return isGoingOn
    },
  }
}
