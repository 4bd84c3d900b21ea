import { useLocation } from 'preact-iso'
import { viewOf, type View, type ViewId } from './queue/views.ts'

const base = '/inbox/'

export interface Place {
  view: View
  /** The lead that is open, if one is. */
  leadId: string | undefined
  queueHref: string
  hrefOf: (leadId: string) => string
  goToLead: (leadId: string, options?: { isReplacing: boolean }) => void
  goToQueue: (options?: { isReplacing: boolean }) => void
  goToView: (id: ViewId) => void
}

/** Where in the inbox the address is: `/inbox/leads/ID?view=VIEW`. */
export const usePlace = (): Place => {
  const { path, query, route } = useLocation()
  const view = viewOf(query.view)
  const suffixOf = (id: ViewId) => (id === 'open' ? '' : `?view=${id}`)
  const queueHref = base + suffixOf(view.id)
  const hrefOf = (leadId: string) => `${base}leads/${leadId}${suffixOf(view.id)}`
  return {
    view,
    leadId: /^\/inbox\/leads\/([^/]+)$/.exec(path)?.[1],
    queueHref,
    hrefOf,
    goToLead: (leadId, options) => route(hrefOf(leadId), options?.isReplacing ?? false),
    goToQueue: (options) => route(queueHref, options?.isReplacing ?? false),
    goToView: (id) => route(base + suffixOf(id)),
  }
}
