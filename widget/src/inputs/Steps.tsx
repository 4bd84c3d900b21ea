import type { QuestionOf } from '@bantam/schema'
import { stepsOf } from './steps.ts'
import type { InputProps } from './input.ts'

/** A row of stars or numbers: one radio group. */
export const Steps = (props: InputProps<QuestionOf<'rating' | 'scale'>>) => {
  const { question, draft, change, pick, labels } = props
  const ends = question.kind === 'scale' ? question.labels : undefined
  return (
    <>
      <div class={`steps ${question.kind}`} role="radiogroup" {...labels}>
        {stepsOf(question, props).map((one) => (
          <label
            key={one.id}
            class="row"
            data-reached={Number(draft) >= Number(one.id)}
            onClick={({ detail }) => {
              if (detail > 0) pick(one.draft)
            }}
          >
            <input
              type="radio"
              name={question.id}
              value={one.id}
              aria-label={one.label}
              checked={one.isPicked}
              onChange={() => change(one.draft)}
            />
            {question.kind === 'rating' ? <Star /> : <span>{one.id}</span>}
          </label>
        ))}
      </div>
      {ends && (
        <div class="ends">
          <span>{ends.low}</span>
          <span>{ends.high}</span>
        </div>
      )}
    </>
  )
}

const Star = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="m12 3 2.8 5.6 6.2.9-4.5 4.4 1 6.1-5.5-2.9L6.5 20l1-6.1L3 9.5l6.2-.9z" />
  </svg>
)
