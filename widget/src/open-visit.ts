import type { Turn } from '@bantam/engine'
import type { Form, Hidden, Page } from '@bantam/schema'
import { createConversation, isSettled } from './conversation.ts'
import { createOutbox } from './outbox.ts'
import { createPartial } from './partial.ts'
import type { Storage } from './storage.ts'
import type { Outcome, Transport } from './transport.ts'
import type { OpenVisit, Scene } from './visit.ts'

export interface VisitOptions {
  readonly definition: Form
  /** Published version the answers are given to. */
  readonly version: number
  readonly transport: Transport
  /** Keeps the unfinished conversation over a reload. */
  readonly storage: Storage
  /** Keeps what is frozen and not yet sent; outlives the tab where the browser allows. */
  readonly outbox: Storage
  /** Tells this form on this host from others in both. */
  readonly name: string
  readonly page?: Page | undefined
  readonly hidden?: Hidden | undefined
}

/** Prepares a visit: asks turn by turn, freezes the answers at the end and sees them delivered. */
export const openVisit =
  (options: VisitOptions): OpenVisit =>
  ({ signal, onScene }) => {
    const { definition, version, transport, storage, name, hidden } = options
    const opening = { ...(options.page && { page: options.page }), ...(hidden && { hidden }) }
    // Another version asks anew.
    const place = `${name}:${version}`
    const kept = storage.read(place)
    const conversation = createConversation(definition, { hidden, kept })
    const partial = createPartial({ transport, opening, kept, signal })
    const keep = () => storage.write(place, { ...conversation.kept, ...partial.kept })

    /** Why an answer did not count, by question id. */
    const refusals = new Map<string, string | true>()
    let settled: Scene | undefined

    const asked = (turn: Turn): Scene => {
      if (turn.kind === 'end') return { kind: 'sending' }
      const { question, path, remaining, progress } = turn
      return {
        kind: 'ask',
        question,
        draft: conversation.draftOf(question),
        error: refusals.get(question.id),
        position: path.length,
        remaining,
        progress,
        isLast: remaining < 2 || conversation.wouldEnd(question),
      }
    }

    const hear = (outcome: Outcome) => {
      if (outcome.kind === 'later') {
        settled = { kind: 'saved', isBusy: outcome.after !== undefined }
        return onScene()
      }
      if (outcome.kind === 'received') {
        storage.write(place, undefined)
        settled = { kind: 'ended', ending: outcome.receipt.ending }
        return onScene('forward')
      }
      settled = reopened(outcome.errors)
        ? undefined
        : { kind: 'failed', isStale: ['unknown-version', 'not-found'].includes(outcome.code) }
      onScene('back')
    }

    /** Goes back to what the server refused, with its words. False when none of it was asked here. */
    const reopened = (errors: Extract<Outcome, { kind: 'refused' }>['errors']) => {
      const { path } = conversation.turn
      for (const error of errors) {
        const questionId = error.path.replace('answers.', '')
        if (!path.includes(questionId)) continue
        refusals.set(questionId, error.message)
        conversation.reopen(questionId)
      }
      keep()
      return refusals.size > 0
    }

    const outbox = createOutbox({ transport, storage: options.outbox, name, signal, tell: hear })

    const submit = () => {
      settled = { kind: 'sending' }
      partial.stop()
      const { conversationId } = partial.kept
      outbox.send({
        version,
        answers: conversation.answers,
        ...opening,
        ...(conversationId && { conversationId }),
      })
    }

    /** The question to act on; none while sending and after. */
    const open = () => {
      const { turn } = conversation
      return settled || turn.kind === 'end' ? undefined : turn.question
    }

    // Answers that were complete but not frozen are shown once more, never sent unasked.
    if (outbox.resume()) settled = { kind: 'sending' }
    else if (conversation.turn.kind === 'end') conversation.back()

    return {
      get scene() {
        return settled ?? asked(conversation.turn)
      },
      say: conversation.say,
      change(draft) {
        const question = open()
        if (!question) return
        conversation.hold(question, draft)
        refusals.delete(question.id)
        keep()
        onScene()
      },
      next() {
        const question = open()
        if (!question) return
        const reading = conversation.give(question)
        if (!isSettled(question, reading)) {
          refusals.set(question.id, reading.kind === 'refused' ? reading.message : true)
          return onScene()
        }
        refusals.delete(question.id)
        if (conversation.turn.kind === 'end') submit()
        else partial.note(conversation.answers)
        keep()
        onScene('forward')
      },
      back() {
        if (!open()) return
        conversation.back()
        keep()
        onScene('back')
      },
    }
  }
