import { Avatar, Chip, EmptyState, ErrorState, Kbd, Skeleton } from '@bantam/ui'
import { useQuery } from '@tanstack/preact-query'
import { ArrowLeft, MousePointerClick } from 'lucide-preact'
import type { Ref } from 'preact'
import { fetchMembers, type Lead, type LeadItem } from '../client.ts'
import { LaneChip } from '../lanes.tsx'
import { RequestFailed } from '../request.ts'
import { ScoreWords } from '../queue/LeadRow.tsx'
import { nameOf, stages } from '../words.ts'
import { ActionBar, type Actor, type Deed } from './ActionBar.tsx'
import { Answers } from './Answers.tsx'
import { Contact, Opener } from './Contact.tsx'
import { Decision } from './Decision.tsx'
import { LeadClock } from './LeadClock.tsx'
import { Timeline } from './Timeline.tsx'
import { Bant, Why } from './Why.tsx'

export interface LeadPaneProps {
  /** What the queue already knows, shown while the rest is on its way. */
  item: LeadItem | undefined
  lead: Lead | undefined
  error: Error | null
  user: Actor
  backHref: string
  headingRef: Ref<HTMLHeadingElement>
  onDeed: (deed: Deed) => void
  onRetry: () => void
}

export const LeadPane = (props: LeadPaneProps) => {
  const { item, lead, error, backHref, onRetry } = props
  const known = lead ?? item
  if (known === undefined && error !== null) {
    const isGone = error instanceof RequestFailed && error.status === 404
    return (
      <section class="lead" aria-label="Lead">
        <Back href={backHref} />
        {isGone ? (
          <EmptyState
            title="This lead is not here"
            text="It may have been erased, or the address is wrong."
          />
        ) : (
          <ErrorState title="The lead could not be loaded" text={error.message} onRetry={onRetry} />
        )}
      </section>
    )
  }
  if (known === undefined) {
    return (
      <section class="lead" aria-label="Lead">
        <Skeleton rows={6} label="Loading the lead" />
      </section>
    )
  }
  return (
    <article class="lead" aria-labelledby="lead-name">
      <Head {...props} known={known} />
      <div class="lead-scroll">
        {lead === undefined && error !== null ? (
          <ErrorState
            title="The rest of the lead could not be loaded"
            text={error.message}
            onRetry={onRetry}
          />
        ) : null}
        {lead === undefined && error === null ? (
          <Skeleton rows={6} label="Loading the lead" />
        ) : null}
        {lead === undefined ? null : <Body key={lead.id} lead={lead} />}
      </div>
    </article>
  )
}

const Head = ({
  known,
  backHref,
  headingRef,
  user,
  onDeed,
}: LeadPaneProps & { known: LeadItem }) => (
  <header class="lead-head">
    <Back href={backHref} />
    <Avatar name={nameOf(known)} size="large" />
    <div class="lead-title">
      <h1 id="lead-name" ref={headingRef} tabIndex={-1} dir="auto">
        {nameOf(known)}
      </h1>
      <p class="ui-quietly" dir="auto">
        {[known.company, known.form.title].filter(Boolean).join(' · ')}
      </p>
    </div>
    <div class="lead-clock-big">
      <LeadClock lead={known} />
    </div>
    <div class="lead-facts">
      <LaneChip lane={known.lane} />
      <ScoreWords score={known.score} />
      <Chip>{stages[known.stage]}</Chip>
      {known.isTest ? <Chip tone="warning">Test: nobody was told</Chip> : null}
      <span class="lead-owner">
        {known.owner === null ? (
          'No owner'
        ) : (
          <>
            <Avatar name={known.owner.name} size="small" />
            {known.owner.id === user.id ? 'You' : known.owner.name}
            {known.claimedAt === null ? ', not claimed' : ''}
          </>
        )}
      </span>
    </div>
    <ActionBar lead={known} user={user} onDeed={onDeed} />
  </header>
)

const Body = ({ lead }: { lead: Lead }) => {
  const members = useQuery({
    queryKey: ['members'],
    queryFn: fetchMembers,
    staleTime: 300_000,
    retry: false,
  })
  const names = new Map([
    ...(members.data?.items ?? []).map((member) => [member.id, member.name] as const),
    ...(lead.owner === null ? [] : [[lead.owner.id, lead.owner.name] as const]),
  ])
  return (
    <div class="lead-body">
      <div class="lead-reach">
        <Contact lead={lead} />
      </div>
      <div class="lead-main">
        <Opener text={lead.opener} />
        <Why score={lead.score} />
        <Answers lead={lead} />
        <Decision route={lead.route} names={names} />
      </div>
      <div class="lead-side">
        <Bant bant={lead.score.bant} />
        <Timeline lead={lead} />
      </div>
    </div>
  )
}

const Back = ({ href }: { href: string }) => (
  <a
    class="ui-button lead-back"
    data-tone="quiet"
    data-shape="square"
    href={href}
    aria-label="Back to the queue"
  >
    <ArrowLeft aria-hidden="true" />
  </a>
)

/** What the pane says while no lead is open; nothing when there is none to open. */
export const NoLead = ({ hasLeads }: { hasLeads: boolean }) => (
  <section class="lead lead-none" aria-label="No lead open">
    {hasLeads ? (
      <EmptyState
        icon={<MousePointerClick aria-hidden="true" />}
        title="Open a lead to see why it is here"
        text={
          <span class="lead-none-keys">
            <Kbd>J</Kbd> <Kbd>K</Kbd> to move, <Kbd>?</Kbd> for all keys
          </span>
        }
      />
    ) : null}
  </section>
)
