import type { DecisionRecord } from '@bantam/schema'
import { Chip, Table } from '@bantam/ui'
import { ChevronRight } from 'lucide-preact'
import type { Lead } from '../client.ts'
import { destinations, spaced } from '../words.ts'
import { alarmWords, candidateWords, howWords, outcomeWords } from './decision.ts'

/** Why this owner: every rule that was tried, every candidate with the reason, and the credits before and after. */
export const Decision = ({
  route,
  names,
}: {
  route: Lead['route']
  names: ReadonlyMap<string, string>
}) => {
  const { record, destination, owner } = route
  // Who holds the lead now may have claimed it since: the record names the one who was chosen.
  const chosen =
    record.chosen === undefined ? owner?.name : (names.get(record.chosen) ?? owner?.name)
  return (
    <details class="decision">
      <summary>
        <ChevronRight aria-hidden="true" />
        <h2>Why this owner</h2>
        <span class="ui-quietly">
          {chosen === undefined
            ? `To ${destinations[destination]}`
            : `${chosen}, by ${spaced(record.how)}`}
        </span>
      </summary>
      <div class="decision-body">
        <p>
          Sent to {destinations[destination]}. {howWords[record.how]}
        </p>
        {record.alarms.map((alarm) => (
          <p key={alarm}>
            <Chip tone="warning">{alarmWords[alarm] ?? spaced(alarm)}</Chip>
          </p>
        ))}
        <h3>Rules, in the order they were tried</h3>
        <ol class="decision-rules">
          {record.rules.map((rule) => (
            <li key={rule.id} data-outcome={rule.outcome}>
              <Chip
                shape={outcomeWords[rule.outcome].shape}
                tone={rule.outcome === 'passed' ? 'neutral' : 'good'}
                isBare
              >
                {outcomeWords[rule.outcome].word}
              </Chip>
              <span>
                <b dir="auto">{rule.label}</b>
                <small>{rule.because}</small>
              </span>
            </li>
          ))}
        </ol>
        <Candidates record={record} names={names} />
      </div>
    </details>
  )
}

const Candidates = ({
  record,
  names,
}: {
  record: DecisionRecord
  names: ReadonlyMap<string, string>
}) =>
  record.candidates.length === 0 ? null : (
    <>
      <h3>Candidates</h3>
      <Table
        label="Candidates"
        rows={record.candidates}
        keyOf={(candidate) => candidate.userId}
        columns={[
          {
            id: 'who',
            title: 'Who',
            cell: (candidate) => who(candidate, { record, names }),
          },
          { id: 'weight', title: 'Weight', isNumber: true, cell: (candidate) => candidate.weight },
          { id: 'open', title: 'Open', isNumber: true, cell: (candidate) => candidate.open },
          {
            id: 'credit',
            title: 'Credit',
            isNumber: true,
            cell: (candidate) =>
              `${credit(candidate.creditBefore)} → ${credit(candidate.creditAfter)}`,
          },
        ]}
      />
    </>
  )

const who = (
  candidate: DecisionRecord['candidates'][number],
  { record, names }: { record: DecisionRecord; names: ReadonlyMap<string, string> },
) => (
  <>
    <b>{names.get(candidate.userId) ?? candidate.userId}</b>
    <small>{candidateWords(candidate, record.chosen)}</small>
  </>
)

const credit = (value: number): string => String(value).replace('-', '−')
