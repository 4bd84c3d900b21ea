import { Avatar, Bars, useClock } from '@bantam/ui'
import { memo } from 'preact/compat'
import type { LeadItem } from '../client.ts'
import { LaneChip } from '../lanes.tsx'
import { LeadClock } from '../lead/LeadClock.tsx'
import { agoWords } from '../when.ts'
import { nameOf } from '../words.ts'

interface LeadRowProps {
  lead: LeadItem
  href: string
  isCurrent: boolean
  /** Came by itself while the page was open and was not looked at. */
  isNew: boolean
}

const Row = ({ lead, href, isCurrent, isNew }: LeadRowProps) => (
  <li class="lead-row" data-lead={lead.id} data-current={isCurrent} data-new={isNew}>
    <a class="lead-row-link" href={href} aria-current={isCurrent ? 'true' : undefined}>
      <span class="lead-row-line">
        <span class="lead-row-name" dir="auto">
          {nameOf(lead)}
        </span>
        {isNew ? <span class="lead-row-new">New</span> : null}
        {lead.isTest ? <span class="lead-row-test">Test</span> : null}
        <span class="lead-row-end">
          <LeadClock lead={lead} />
        </span>
      </span>
      <span class="lead-row-line lead-row-soft">
        <span class="ui-ellipsis" dir="auto">
          {[lead.company, lead.source || lead.form.title].filter(Boolean).join(' · ')}
        </span>
        <span class="lead-row-end">
          <Ago at={lead.routedAt} />
        </span>
      </span>
      <span class="lead-row-line lead-row-score">
        <LaneChip lane={lead.lane} isBare />
        <Bars
          first={{ label: 'Fit', value: lead.score.fit }}
          second={{ label: 'Intent', value: lead.score.intent }}
          size="line"
        />
        <ScoreWords score={lead.score} />
        <span class="lead-row-end lead-row-owner">
          {lead.owner === null ? 'No owner' : <Owner owner={lead.owner} />}
        </span>
      </span>
    </a>
  </li>
)

/** Rows are many and change seldom: only one whose own lead or place changed is drawn again. */
export const LeadRow = memo(Row)

/** The score as people say it: "B2 · fit 82 · intent 91". */
export const ScoreWords = ({ score }: { score: LeadItem['score'] }) => (
  <span class="score-words">
    <b>{score.label}</b> · fit {whole(score.fit)} · intent {whole(score.intent)}
  </span>
)

const Owner = ({ owner }: { owner: { name: string } }) => (
  <>
    <Avatar name={owner.name} size="small" />
    <span class="ui-unseen">Owner {owner.name}</span>
  </>
)

const Ago = ({ at }: { at: string }) => {
  const { everyQuarterMinute } = useClock()
  return <time dateTime={at}>{agoWords(at, everyQuarterMinute.value)}</time>
}

const whole = (points: number) => Math.round(points)
