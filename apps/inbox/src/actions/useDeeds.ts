import { useState } from 'preact/hooks'
import type { LeadItem, LeadRequest } from '../client.ts'
import { deedsFor, type Actor, type Deed } from '../lead/ActionBar.tsx'
import { act, isClosing } from './act.ts'
import type { Question } from './Dialogs.tsx'

const atOnce: { readonly [D in Deed]?: LeadRequest } = {
  claim: { kind: 'claimed' },
  touch: { kind: 'touched' },
  accept: { kind: 'accepted' },
}
const askFirst: { readonly [D in Deed]?: Question } = {
  reject: 'reject',
  nurture: 'nurture',
  convert: 'convert',
}

/** Does what a button or a key asks for, after its question if it has one. `onClosed` hears of leads that leave the queue. */
export const useDeeds = (user: Actor, { onClosed }: { onClosed: (lead: LeadItem) => void }) => {
  const [asking, setAsking] = useState<{ question: Question; lead: LeadItem }>()
  const done = (lead: LeadItem, request: LeadRequest) => {
    setAsking(undefined)
    if (isFreeFor(lead, user) && (request.kind === 'accepted' || request.kind === 'converted'))
      act(lead, { kind: 'claimed' })
    act(lead, request)
    if (isClosing(request)) onClosed(lead)
  }
  const perform = (deed: Deed, lead: LeadItem) => {
    if (!deedsFor(lead, user).includes(deed)) return
    const request = atOnce[deed]
    const question = askFirst[deed]
    if (request !== undefined) done(lead, request)
    else if (question !== undefined) setAsking({ question, lead })
  }
  return { asking, done, perform, cancel: () => setAsking(undefined) }
}

/** Nobody has claimed it and nobody else is meant to: who accepts it holds it. */
const isFreeFor = ({ claimedAt, owner }: LeadItem, user: Actor): boolean =>
  claimedAt === null && (owner === null || owner.id === user.id)
