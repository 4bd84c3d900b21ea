import type { Change, Difference } from '@bantam/editing'
import { plainTitle } from '../form/name.ts'

const signs: { readonly [K in Difference['kind']]: string } = {
  added: 'New',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'Moved',
}

/** What differs between two documents, question by question. */
export const DifferenceList = ({ differences }: { differences: readonly Difference[] }) => (
  <ul class="differences">
    {differences.map(({ place, kind, title, changes }) => (
      <li key={JSON.stringify(place)} data-kind={kind}>
        <b>{signs[kind]}</b>
        <span>
          {place.part === 'form' ? 'This form' : plainTitle(title) || 'Untitled'}
          {changes.map((change) => (
            <ChangeLine key={JSON.stringify(change)} change={change} />
          ))}
        </span>
      </li>
    ))}
  </ul>
)

/** The part, and what it said and says where that is short. */
const ChangeLine = ({ change: { what, before, after } }: { change: Change }) => (
  <small>
    {what}
    {before === undefined && after === undefined ? null : ': '}
    {before === undefined ? null : <del>{before}</del>}
    {before === undefined || after === undefined ? null : ' → '}
    {after === undefined ? null : <ins>{after}</ins>}
  </small>
)
