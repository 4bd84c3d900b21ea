import { inLanguage, type Reading, type Turn } from '@bantam/engine'
import type { Form, GivenAnswer, Hidden, Page, ProblemDetail, Question } from '@bantam/schema'
import { complaintIn, counted } from './complaint.ts'
import { createConversation, isSettled } from './conversation.ts'
import { moreWords } from './more-words.ts'
import { createDoubts, questionOf } from './doubts.ts'
import { createOutbox } from './outbox.ts'
import { createPartial } from './partial.ts'
import { readStarted } from './return.ts'
import { english, type Speech } from './speech.ts'
import type { Storage } from './storage.ts'
import type { Outcome, Started, Transport } from './transport.ts'
import type { Complaint, OpenVisit, Scene } from './visit.ts'
import type { Visitor } from './visitor.ts'

export interface VisitOptions {
  /** In the language that it is asked in. */
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
  /** What the widget says by itself; English when absent. */
  readonly speech?: Speech | undefined
  /** The conversation that the server has begun already. */
  readonly started?: Started | undefined
  /** Follows a redirect ending; the browser's own navigation when absent. */
  readonly navigate?: ((url: string) => void) | undefined
  /** Begins once more from what is kept: a form of which parts were left out cannot go on. */
  readonly onLost?: (() => void) | undefined
}

/** Prepares a visit: asks turn by turn, freezes the answers at the end and sees them delivered. */
export const openVisit =
  (options: VisitOptions): OpenVisit =>
  ({ signal, onScene, root }) => {
    const { transport, storage, name, hidden, visitor, speech = english } = options
    const { upload } = transport
    const opening = { ...(options.page && { page: options.page }), ...(hidden && { hidden }) }
    const place = `${name}:${options.version}`
    const outbox = createOutbox({
      transport,
      storage: options.outbox,
      name,
      signal,
      tell: (outcome) => hear(outcome),
    })
    const before = storage.read(place) ?? ofOlder({ storage, name })
    const waiting = outbox.resume(Object(before).frozen)
    // What waits may still be refused: then it is asked again, in a tab that has never seen it, too.
    const kept = before ?? waiting
    const started = readStarted(kept) ?? options.started
    visitor?.meet(started?.visitor)
    const isReturning = started?.definition !== undefined
    const { language, translations } = options.definition
    const definition = started?.definition
      ? inLanguage(started.definition, language)
      : options.definition
    const version = (isReturning && started.version) || options.version
    const conversation = createConversation(definition, { hidden, kept })
    // A server that has published since may hold the conversation on another version.
    let held = started?.version ?? version
    const heed = (questionIds: unknown, given?: readonly GivenAnswer[]) => {
      if (held === version && Array.isArray(questionIds)) conversation.skip(questionIds, given)
    }
    heed(started?.skip)
    const doubts = createDoubts()
    const partial = createPartial({
      transport,
      opening: { ...opening, ...(visitor?.token && { visitor: visitor.token }) },
      kept: { ...started, ...Object(kept) },
      signal,
      onStarted(begun) {
        visitor?.meet(begun.visitor)
        held = begun.version ?? version
        if (begun.asksProof) transport.prove?.(outbox.key)
        if (!settled && !signal.aborted) keep()
      },
      onHeard({ skip, errors }, given) {
        heed(skip, given)
        if (held === version) doubts.hear(errors, given)
      },
    })
    const keep = () =>
      storage.write(place, {
        ...conversation.kept,
        ...partial.kept,
        ...(started && { started }),
        frozen: outbox.frozen,
      })

    /** Why an answer did not count, by question id. */
    const refusals = new Map<string, Complaint>()
    let settled: Scene | undefined
    const appeared = performance.now()
    let trap: (() => string) | undefined
    let hasAgreed = false

    const asked = (turn: Turn): Scene => {
      if (turn.kind === 'end') return { kind: 'sending' }
      const { question, path, remaining, progress } = turn
      return {
        kind: 'ask',
        question: conversation.told(question),
        draft: conversation.draftOf(question),
        error: refusals.get(question.id),
        position: path.length,
        left:
          remaining > countedFrom
            ? undefined
            : counted(speech, { forms: speech.words.left, count: remaining }),
        progress,
        isLast: remaining < 2 || conversation.wouldEnd(question),
      }
    }

    const hear = (outcome: Outcome) => {
      if (outcome.kind === 'later') {
        settled = { kind: 'saved', isBusy: outcome.after !== undefined, after: outcome.after }
        return onScene()
      }
      if (outcome.kind === 'received') {
        storage.write(place, undefined)
        if (hasAgreed) visitor?.remember()
        settled = { kind: 'ended', ...outcome.receipt }
        return onScene('forward')
      }
      const isReopened = reopened(outcome.errors)
      if (!isReopened && isReturning && outcome.code === 'invalid-answers' && options.onLost) {
        // The server no longer knows what it left out: the whole form is asked, from what was answered here.
        const { answers, drafts } = conversation.kept
        storage.write(place, { answers, drafts })
        return options.onLost()
      }
      settled = isReopened
        ? undefined
        : { kind: 'failed', isStale: ['unknown-version', 'not-found'].includes(outcome.code) }
      keep()
      onScene('back')
    }

    /** Goes back to what the server refused, with its words. False when none of it was asked here. */
    const reopened = (errors: readonly ProblemDetail[]) => {
      const { path } = conversation.turn
      const ours = errors.filter((error) => path.includes(questionOf(error)))
      for (const error of ours) {
        const questionId = questionOf(error)
        const question = definition.questions.find(({ id }) => id === questionId)
        refusals.set(questionId, {
          ...error,
          ...(question && {
            message: complaintIn(speech, { ...error, question: conversation.told(question) }),
          }),
        })
        conversation.reopen(questionId)
      }
      return ours.length > 0
    }

    const submit = () => {
      settled = { kind: 'sending' }
      partial.stop()
      const caught = trap?.()
      hasAgreed = conversation.answers.some((answer) => isAgreement(definition, answer))
      const { conversationId } = partial.kept
      outbox.send({
        version,
        answers: conversation.answers,
        ...(translations && { language }),
        elapsed: Math.round(performance.now() - appeared),
        ...opening,
        ...(caught && { trap: caught }),
        ...(conversationId ? { conversationId } : visitor?.token && { visitor: visitor.token }),
      })
    }

    /** Only for who answers: whoever just looks loads nothing more. While somebody writes there is time for it. */
    const lookOut = () => {
      if (trap || !root) return
      trap = () => ''
      void import('./spam/trap.ts').then(
        ({ setTrap }) => {
          if (!signal.aborted) trap = setTrap(root, signal)
        },
        () => {},
      )
    }

    /** The question to act on; none while sending and after. */
    const open = () => {
      const { turn } = conversation
      return settled || turn.kind === 'end' ? undefined : turn.question
    }

    // Answers that were complete but not frozen are shown once more, never sent unasked.
    if (waiting) settled = { kind: 'sending' }
    else if (conversation.turn.kind === 'end') conversation.back()

    return {
      get scene() {
        return settled ?? asked(conversation.turn)
      },
      isReturning,
      upload: upload && ((file, watch) => upload(file, { ...watch, version })),
      change(draft) {
        const question = open()
        if (!question) return
        lookOut()
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
          refusals.set(question.id, complaintOf(conversation.told(question), { reading, speech }))
          return onScene()
        }
        refusals.delete(question.id)
        lookOut()
        // Nothing moves by itself: what the server would refuse is asked again at the visitor's next step.
        const isDoubted = reopened(doubts.standing(conversation.answers))
        if (conversation.turn.kind === 'end') submit()
        else partial.note(conversation.answers)
        keep()
        onScene(isDoubted ? 'back' : 'forward')
      },
      get past() {
        return conversation.past
      },
      back(to) {
        if (!open()) return
        if (to) conversation.reopen(to.question.id, to.visit)
        else conversation.back()
        keep()
        onScene('back')
      },
    }
  }

/**
 * What was answered of the form before it was published anew: it goes on where that still leads. What was frozen is on
 * its way already.
 */
const ofOlder = ({ storage, name }: Pick<VisitOptions, 'storage' | 'name'>) => {
  for (const place of storage.names(`${name}:`)) {
    const { answers, drafts, frozen } = Object(storage.read(place))
    if (frozen) continue
    storage.write(place, undefined)
    return { answers, drafts }
  }
  return undefined
}

/** More questions left than this are told by the bar alone: a number that large is no encouragement. */
const countedFrom = 5

/** Whether an answer allows the form's owner to get in touch. */
const isAgreement = ({ questions }: Form, { questionId, value }: GivenAnswer): boolean =>
  value === true &&
  questions.some(
    (question) =>
      question.id === questionId &&
      question.kind === 'consent' &&
      (question.purpose ?? 'contact') === 'contact',
  )

const complaintOf = (
  question: Question,
  { reading, speech }: { readonly reading: Reading; readonly speech: Speech },
): Complaint => {
  if (reading.kind === 'refused')
    return { ...reading, message: complaintIn(speech, { ...reading, question }) }
  const { more = moreWords } = speech
  const own: { readonly [kind: string]: string } = more.complaints
  const isPicked = 'choices' in question || picked.includes(question.kind)
  return { message: own[question.kind] ?? (isPicked ? more.pick : more.required) }
}

const picked: readonly string[] = ['yes-no', 'rating', 'scale']
