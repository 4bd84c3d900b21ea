import { showToast } from '@bantam/ui'
import type { QueryClient } from '@tanstack/preact-query'
import { fetchLead, type LeadItem, type LeadRequest, type Session } from '../client.ts'
import { keepLead } from '../queue/leads.ts'
import type { RequestFailed } from '../request.ts'
import { nameOf } from '../words.ts'
import { pending, put, startOutbox, takeBack } from './outbox.ts'
import { claimConflict, doneWords, type PendingAction } from './pending.ts'

/** How long an action can be undone before it is sent, in milliseconds. */
const undoWindow = 5000

/**
 * Does it on screen at once and sends it: a claim straight away, because seconds decide who is first; everything else
 * after the time in which it can still be undone.
 */
export const act = (lead: LeadItem, request: LeadRequest) => {
  const now = Date.now()
  const isClaim = request.kind === 'claimed'
  const action: PendingAction = {
    id: `${now}-${lead.id}-${request.kind}`,
    leadId: lead.id,
    request,
    at: now,
    sendAt: isClaim ? now : now + undoWindow,
  }
  put(action)
  if (isClaim) return
  const hide = showToast({
    text: doneWords[request.kind](nameOf(lead)),
    seconds: undoWindow / 1000,
    action: { label: 'Undo', shortcut: 'Z', run: () => undo(action.id) },
  })
  offers.set(action.id, hide)
}

/** The messages that still offer an undo, by action: each goes when its action is taken back by key. */
const offers = new Map<string, () => void>()

/** Takes back the newest action that was not sent yet. */
export const undoLast = () => {
  const last = pending.value.findLast((action) => action.request.kind !== 'claimed')
  if (last === undefined) showToast({ text: 'Nothing to undo', seconds: 2 })
  else undo(last.id)
}

const undo = (id: string) => {
  offers.get(id)?.()
  offers.delete(id)
  showToast(
    takeBack(id)
      ? { text: 'Undone', seconds: 2 }
      : { text: 'Too late to undo: it has been sent.', tone: 'danger' },
  )
}

/** Whether it takes the lead out of the queue. */
export const isClosing = ({ kind }: LeadRequest): boolean =>
  kind === 'rejected' || kind === 'recycled'

/** Connects the outbox to the lists: confirmed leads replace what was shown, refusals are said in words. */
export const startActing = (
  session: Session,
  { queries, onSignedOut }: { queries: QueryClient; onSignedOut: () => void },
) => {
  const keep = (lead: LeadItem) => keepLead(queries, { lead, userId: session.user.id })
  return startOutbox(session.user.id, {
    onDone: ({ id, request }, lead) => {
      offers.delete(id)
      keep(lead)
      if (request.kind === 'claimed')
        showToast({ text: doneWords.claimed(nameOf(lead)), seconds: 3 })
    },
    onRefused: ({ leadId, request }, failure) =>
      void explainRefusal({ leadId, request, failure, keep }),
    onSignedOut,
  })
}

const explainRefusal = async ({
  leadId,
  request,
  failure,
  keep,
}: {
  leadId: string
  request: LeadRequest
  failure: RequestFailed
  keep: (lead: LeadItem) => void
}) => {
  const lead = await fetchLead(leadId).catch(() => undefined)
  if (lead !== undefined) keep(lead)
  const isTaken = request.kind === 'claimed' && failure.code === 'already-claimed'
  showToast({
    tone: 'danger',
    seconds: 10,
    text: isTaken
      ? claimConflict(lead ?? { name: '', email: '', owner: null })
      : `That did not work. ${failure.message}`,
  })
}
