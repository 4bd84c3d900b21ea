import type { LeadItem, LeadRequest } from '../client.ts'

/** Something a person did to a lead that the server has not confirmed. */
export interface PendingAction {
  id: string
  leadId: string
  request: LeadRequest
  /** Epoch milliseconds at which it was done. */
  at: number
  /** Epoch milliseconds before which it can still be undone and is not sent. */
  sendAt: number
}

/** The lead as it will be: what the server said of it with the unconfirmed actions laid over. */
export const withPending = <L extends LeadItem>(
  lead: L,
  { actions, user }: { actions: readonly PendingAction[]; user: { id: string; name: string } },
): L => {
  const seen = { ...lead }
  for (const { leadId, request, at } of actions) {
    if (leadId !== lead.id) continue
    Object.assign(seen, effects[request.kind](seen, { user, at: new Date(at).toISOString() }))
  }
  return seen
}

type Effect = (
  lead: LeadItem,
  done: { user: { id: string; name: string }; at: string },
) => Partial<LeadItem>

const effects: { readonly [K in LeadRequest['kind']]: Effect } = {
  claimed: (_, { user, at }) => ({ owner: user, claimedAt: at }),
  touched: (lead, { at }) => contacted(lead, at),
  accepted: () => ({ stage: 'sal', ...active }),
  rejected: () => ({ stage: 'disqualified', ...over }),
  recycled: () => ({ stage: 'nurture', ...over }),
  converted: (lead, { at }) => ({ ...contacted(lead, at), stage: 'sql', ...active }),
}

const contacted = ({ touchedAt }: LeadItem, at: string) => ({ touchedAt: touchedAt ?? at })
const active = { isOpen: true, isActive: true }
const over = { isOpen: false, isActive: false }

/** What was done, for the message that offers to undo it. */
export const doneWords: { readonly [K in LeadRequest['kind']]: (name: string) => string } = {
  claimed: (name) => `${name} is yours`,
  touched: (name) => `First contact with ${name} noted`,
  accepted: (name) => `${name} accepted`,
  rejected: (name) => `${name} rejected`,
  recycled: (name) => `${name} goes back to nurture`,
  converted: (name) => `${name} converted to SQL`,
}

/** Who was faster: the answer to a claim that came too late. */
export const claimConflict = (lead: {
  name: string
  email: string
  owner: { name: string } | null
}): string =>
  lead.owner === null
    ? 'Somebody else was faster. The lead is theirs.'
    : `${lead.owner.name} was faster: ${lead.name || lead.email || 'this lead'} is theirs.`
