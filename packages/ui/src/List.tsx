import type { ComponentChildren } from 'preact'

export const List = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <ul class="ui-list" aria-label={label}>
    {children}
  </ul>
)

export interface ListRowProps {
  title: ComponentChildren
  /** Second line, in soft ink. */
  detail?: ComponentChildren
  /** Before the title: an icon, an avatar. */
  leading?: ComponentChildren
  /** At the end: chips, numbers, a menu. */
  trailing?: ComponentChildren
  /** Makes the whole row a link; buttons in `trailing` stay above it. */
  href?: string | undefined
  isCurrent?: boolean | undefined
}

export const ListRow = ({
  title,
  detail,
  leading,
  trailing,
  href,
  isCurrent = false,
}: ListRowProps) => (
  <li class="ui-row" aria-current={isCurrent ? 'true' : undefined}>
    {leading}
    <div class="ui-row-text">
      {href === undefined ? (
        <span class="ui-row-title">{title}</span>
      ) : (
        <a class="ui-row-title" href={href}>
          {title}
        </a>
      )}
      {detail === undefined ? null : <span class="ui-row-detail">{detail}</span>}
    </div>
    {trailing === undefined ? null : <div class="ui-row-trailing">{trailing}</div>}
  </li>
)

export interface TableProps<Row> {
  label: string
  columns: readonly {
    id: string
    title: string
    isNumber?: boolean | undefined
    cell: (row: Row) => ComponentChildren
  }[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** Scrolls sideways by itself on a narrow screen; the page never does. */
export const Table = <Row,>({ label, columns, rows, keyOf }: TableProps<Row>) => (
  <div class="ui-table-frame" tabIndex={0} role="region" aria-label={label}>
    <table class="ui-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" data-number={column.isNumber === true}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <td key={column.id} data-number={column.isNumber === true}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
