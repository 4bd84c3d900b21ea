import type { Reading, Turn } from '@bantam/engine'
import type { Form, GivenAnswer, Hidden, Page, Question } from '@bantam/schema'
import { createConversation, isSettled } from './conversation.ts'
import { moreWords } from './more-words.ts'
import { createOutbox } from './outbox.ts'
import { createPartial } from './partial.ts'
import { readStarted } from './return.ts'
import type { Storage } from './storage.ts'
import type { Outcome, Started, Transport } from './transport.ts'
import type { Complaint, OpenVisit, Scene } from './visit.ts'
import type { Visitor } from './visitor.ts'

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
  /** Who this browser is to the server; nobody without. */
  readonly visitor?: Visitor | undefined
  /** The conversation that the server has begun already. */
  readonly started?: Started | undefined
}

/** Prepares a visit: asks turn by turn, freezes the answers at the end and sees them delivered. */
export const openVisit =
  (options: VisitOptions): OpenVisit =>
  ({ signal, onScene }) => {
    const { transport, storage, name, hidden, visitor } = options
    const { upload } = transport
    const opening = { ...(options.page && { page: options.page }), ...(hidden && { hidden }) }
    // Another version asks anew.
    const place = `${name}:${options.version}`
    const kept = storage.read(place)
    const started = readStarted(kept) ?? options.started
    visitor?.meet(started?.visitor)
    const isReturning = started?.definition !== undefined
    const definition = started?.definition ?? options.definition
    const version = (isReturning && started.version) || options.version
    const conversation = createConversation(definition, { hidden, kept })
    // A server that has published since may hold the conversation on another version.
    let held = started?.version ?? version
    const heed = (questionIds: unknown, given?: readonly GivenAnswer[]) => {
      if (held === version && Array.isArray(questionIds)) conversation.skip(questionIds, given)
    }
    heed(started?.skip)
    const partial = createPartial({
      transport,
      opening: { ...opening, ...(visitor?.token && { visitor: visitor.token }) },
      kept: { ...started, ...Object(kept) },
      signal,
      onStarted(begun) {
        visitor?.meet(begun.visitor)
        held = begun.version ?? version
        heed(begun.skip)
      },
      onSkip: heed,
    })
    const keep = () =>
      storage.write(place, { ...conversation.kept, ...partial.kept, ...(started && { started }) })

    /** Why an answer did not count, by question id. */
    const refusals = new Map<string, Complaint>()
    let settled: Scene | undefined
    let hasAgreed = false

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
        if (hasAgreed) visitor?.remember()
        settled = { kind: 'ended', ...outcome.receipt }
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
        const target = error.path.replace('answers.', '')
        const questionId = path.find((id) => id === target || target.startsWith(`${id}.`))
        if (!questionId) continue
        const part = target.slice(questionId.length + 1)
        refusals.set(questionId, { message: error.message, ...(part && { part }) })
        conversation.reopen(questionId)
      }
      keep()
      return refusals.size > 0
    }

    const outbox = createOutbox({ transport, storage: options.outbox, name, signal, tell: hear })

    const submit = () => {
      settled = { kind: 'sending' }
      partial.stop()
      hasAgreed = conversation.answers.some((answer) => isAgreement(definition, answer))
      const { conversationId } = partial.kept
      outbox.send({
        version,
        answers: conversation.answers,
        ...opening,
        ...(conversationId ? { conversationId } : visitor?.token && { visitor: visitor.token }),
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
      isReturning,
      say: conversation.say,
      upload: upload && ((file, watch) => upload(file, { ...watch, version })),
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
          refusals.set(question.id, complaintOf(question, reading))
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

/** Whether an answer allows the form's owner to get in touch. */
const isAgreement = ({ questions }: Form, { questionId, value }: GivenAnswer): boolean =>
  value === true &&
  questions.some(
    (question) =>
      question.id === questionId &&
      question.kind === 'consent' &&
      (question.purpose ?? 'contact') === 'contact',
  )

const complaintOf = ({ kind }: Question, reading: Reading): Complaint =>
  reading.kind === 'refused'
    ? reading
    : { message: moreWords.complaints[kind] ?? moreWords.required }
