import type { QuestionOf } from '@bantam/schema'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { moreWords } from '../../more-words.ts'
import type { InputProps } from '../input.ts'
import type { LaterInput } from '../later-inputs.ts'
import css from './matrix.css?inline'

type MatrixProps = InputProps<QuestionOf<'matrix'>>

/** One choice for each row: a table where there is room for it, else a list of choices beneath each row's name. */
const Matrix = (props: MatrixProps) => {
  const { question, labels } = props
  const place = useRef<HTMLDivElement>(null)
  const [isWide, setWide] = useState(true)
  const needed = Math.max(480, 160 + 76 * question.choices.length)

  useLayoutEffect(() => {
    const { current } = place
    if (!current) return
    const measure = () => setWide(current.clientWidth >= needed)
    const observer = new ResizeObserver(measure)
    measure()
    observer.observe(current)
    return () => observer.disconnect()
  }, [needed])

  const { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy } = labels
  return (
    <div
      class="matrix"
      ref={place}
      role="group"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {isWide ? <Table {...props} /> : <Stack {...props} />}
    </div>
  )
}

const Table = (props: MatrixProps) => {
  const { rows, choices } = props.question
  return (
    <table aria-labelledby={props.labels['aria-labelledby']}>
      <thead>
        <tr>
          <td />
          {choices.map(({ id, label }, at) => (
            <th key={id} id={`column-${at}`} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.id}>
            <th id={`row-${at}`} scope="row">
              {row.label}
              <RowComplaint {...props} at={at} />
            </th>
            {choices.map((choice, column) => (
              <td key={choice.id}>
                <div>
                  <Radio
                    {...props}
                    row={row.id}
                    choice={choice.id}
                    name={{ 'aria-labelledby': `row-${at} column-${column}` }}
                  />
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Stack = (props: MatrixProps) => {
  const { rows, choices } = props.question
  return (
    <>
      {rows.map((row, at) => (
        <fieldset key={row.id}>
          <legend>
            {row.label}
            <RowComplaint {...props} at={at} />
          </legend>
          {choices.map((choice) => (
            <label key={choice.id} class="row">
              <Radio {...props} row={row.id} choice={choice.id} />
              <span>{choice.label}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </>
  )
}

interface RadioProps extends MatrixProps {
  readonly row: string
  readonly choice: string
  readonly name?: { 'aria-labelledby': string }
}

const Radio = ({ question, draft, change, row, choice, name }: RadioProps) => {
  const picked: { readonly [row: string]: unknown } = Object(draft)
  return (
    <>
      <input
        {...name}
        type="radio"
        name={`${question.id} ${row}`}
        value={choice}
        checked={picked[row] === choice}
        onChange={() => change({ ...picked, [row]: choice })}
      />
      <kbd aria-hidden="true" />
    </>
  )
}

/** Told beside every row that is still open once the answer was refused for one. */
const RowComplaint = ({
  question,
  draft,
  error,
  at,
  speech,
}: MatrixProps & { readonly at: number }) => {
  const row = question.rows[at]?.id ?? ''
  return error?.part !== undefined && Object(draft)[row] === undefined ? (
    <small class="error">{(speech.more ?? moreWords).rowOpen}</small>
  ) : null
}

export const matrix: LaterInput<'matrix'> = { input: Matrix, css }
