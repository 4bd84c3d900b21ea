import { AppShell, ThemeToggle, ToastRegion, type AppSection } from '@bantam/ui'
import { useQuery, useQueryClient } from '@tanstack/preact-query'
import { FileText, Inbox as InboxIcon } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Account } from './Account.tsx'
import { startActing, undoLast } from './actions/act.ts'
import { ActionDialog } from './actions/Dialogs.tsx'
import { KeysDialog } from './actions/KeysDialog.tsx'
import { pending, waitingToSend } from './actions/outbox.ts'
import { withPending } from './actions/pending.ts'
import { useShortcuts } from './actions/shortcuts.ts'
import { useDeeds } from './actions/useDeeds.ts'
import { fetchLead, type LeadItem, type Session } from './client.ts'
import type { Deed } from './lead/ActionBar.tsx'
import { LeadPane, NoLead } from './lead/LeadPane.tsx'
import { announcement, markSeen, unseen } from './live/arrivals.ts'
import { LiveBanner } from './live/LiveBanner.tsx'
import { useLiveLeads } from './live/useLiveLeads.ts'
import { usePlace } from './place.ts'
import { Queue } from './queue/Queue.tsx'
import { useMoving } from './queue/useMoving.ts'
import { useQueue } from './queue/useQueue.ts'
import { views } from './queue/views.ts'
import { isWide } from './wide.ts'

interface InboxProps {
  session: Session
  onSignedOut: (ended: { isByChoice: boolean }) => void
}

export const Inbox = ({ session, onSignedOut }: InboxProps) => {
  const user = { id: session.user.id, role: session.role }
  const queries = useQueryClient()
  useEffect(
    () => startActing(session, { queries, onSignedOut: () => onSignedOut({ isByChoice: false }) }),
    [session.user.id, queries],
  )
  useLiveLeads(session)

  const place = usePlace()
  const { view, leadId } = place
  const [search, setSearch] = useState('')
  const [isKeysOpen, setKeysOpen] = useState(false)
  const searchField = useRef<HTMLInputElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  const queue = useQueue({ view, search, user: session.user })
  const { leads } = queue
  const detail = useQuery({
    queryKey: ['lead', leadId],
    queryFn: () => fetchLead(leadId ?? ''),
    enabled: leadId !== undefined,
  })
  const item = leads.find((one) => one.id === leadId)
  const lead =
    detail.data && withPending(detail.data, { actions: pending.value, user: session.user })
  const open = lead ?? item
  useEffect(() => {
    if (leadId === undefined) return
    markSeen(leadId)
    if (!isWide.peek()) heading.current?.focus({ preventScroll: true })
  }, [leadId, open === undefined])

  const goOn = (closed: LeadItem) => {
    if (closed.id !== leadId || view.id === 'all') return
    const index = leads.findIndex((one) => one.id === closed.id)
    const next = leads[index + 1] ?? leads[index - 1]
    if (isWide.peek() && next !== undefined) place.goToLead(next.id, { isReplacing: true })
    else place.goToQueue({ isReplacing: true })
  }
  const { asking, done, perform, cancel } = useDeeds(user, { onClosed: goOn })
  const { cursor, move, enter, leave } = useMoving({ place, leads, heading })
  const onCursor = (deed: Deed) => () => {
    const target = open ?? cursor()
    if (target !== undefined) perform(deed, target)
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    Enter: enter,
    o: enter,
    Escape: leave,
    m: onCursor('claim'),
    t: onCursor('touch'),
    a: onCursor('accept'),
    r: onCursor('reject'),
    n: onCursor('nurture'),
    c: onCursor('convert'),
    z: undoLast,
    '/': () => searchField.current?.focus(),
    'Shift+?': () => setKeysOpen(true),
    ...Object.fromEntries(
      views.map(({ id }, index) => [String(index + 1), () => place.goToView(id)]),
    ),
  })

  return (
    <AppShell
      home={{ href: '/inbox/', label: 'Bantam inbox' }}
      sections={session.role === 'rep' ? [inboxSection()] : [formsSection, inboxSection()]}
      foot={
        <>
          <ThemeToggle />
          <Account
            session={session}
            onKeys={() => setKeysOpen(true)}
            onSignedOut={() => onSignedOut({ isByChoice: true })}
          />
        </>
      }
      banner={<LiveBanner waiting={waitingToSend.value} />}
    >
      <div class="panes" data-open={leadId !== undefined}>
        <Queue
          {...queue}
          view={view}
          search={search}
          searchRef={searchField}
          currentId={leadId}
          hrefOf={place.hrefOf}
          onView={place.goToView}
          onSearch={setSearch}
        />
        {leadId === undefined ? (
          <NoLead hasLeads={leads.length > 0} />
        ) : (
          <LeadPane
            item={item}
            lead={lead}
            error={detail.error}
            user={user}
            backHref={place.queueHref}
            headingRef={heading}
            onDeed={(deed) => open !== undefined && perform(deed, open)}
            onRetry={() => void detail.refetch()}
          />
        )}
      </div>
      {isKeysOpen ? <KeysDialog onClose={() => setKeysOpen(false)} /> : null}
      {asking === undefined ? null : (
        <ActionDialog
          {...asking}
          onDecide={(request) => done(asking.lead, request)}
          onClose={cancel}
        />
      )}
      <ToastRegion />
      <p class="ui-unseen" role="status" aria-live="polite">
        {announcement.value}
      </p>
    </AppShell>
  )
}

const inboxSection = (): AppSection => ({
  id: 'inbox',
  label: 'Inbox',
  href: '/inbox/',
  icon: <InboxIcon aria-hidden="true" />,
  isCurrent: true,
  badge: unseen.value.size,
})

/** The builder is an app of its own; reps have no use for it. */
const formsSection: AppSection = {
  id: 'forms',
  label: 'Forms',
  href: '/',
  icon: <FileText aria-hidden="true" />,
  isCurrent: false,
}
