import type { RefObject } from 'preact'
import type { LeadItem } from '../client.ts'
import type { Place } from '../place.ts'
import { isWide } from '../wide.ts'

/**
 * Moving through the queue by keys. Beside an open pane the lead follows the cursor; where the lead would cover the queue,
 * only the focus moves.
 */
export const useMoving = ({
  place,
  leads,
  heading,
}: {
  place: Place
  leads: readonly LeadItem[]
  heading: RefObject<HTMLElement | null>
}) => {
  const cursor = () => (isWide.peek() ? (place.leadId ?? focusedId()) : focusedId())
  return {
    cursor: () => leads.find((lead) => lead.id === (place.leadId ?? focusedId())),
    move: (step: 1 | -1) => {
      const from = leads.findIndex((lead) => lead.id === cursor())
      const next = leads[from === -1 ? 0 : Math.min(leads.length - 1, Math.max(0, from + step))]
      if (next === undefined) return
      if (isWide.peek()) place.goToLead(next.id, { isReplacing: place.leadId !== undefined })
      focusRow(next.id)
    },
    enter: () => {
      const id = place.leadId ?? focusedId() ?? leads[0]?.id
      if (id === undefined) return
      if (id !== place.leadId) place.goToLead(id)
      requestAnimationFrame(() => heading.current?.focus())
    },
    leave: () => {
      const { leadId } = place
      if (leadId === undefined) return
      place.goToQueue()
      requestAnimationFrame(() => focusRow(leadId))
    },
  }
}

const focusRow = (leadId: string) => {
  const row = document.querySelector(`[data-lead="${CSS.escape(leadId)}"]`)
  row?.querySelector('a')?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}

const focusedId = () => document.activeElement?.closest<HTMLElement>('[data-lead]')?.dataset.lead
