import type { QuestionOf } from '@bantam/schema'
import { isWebAddress } from '../../web-address.ts'
import { textOf, type InputProps } from '../input.ts'
import type { LaterInput } from '../later-inputs.ts'
import { schedulingWords } from './scheduling-words.ts'
import css from './scheduling.css?inline'

/** The booking page in a tab of its own, and what the visitor says of the appointment: that, or when. */
const Scheduling = (props: InputProps<QuestionOf<'scheduling'>>) => {
  const { question, draft, change, labels, enterKeyHint, speech } = props
  const said = textOf(draft)
  const words = speech.scheduling ?? schedulingWords
  const { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy, ...states } = labels
  return (
    <div class="scheduling" role="group" aria-labelledby={labelledBy}>
      {isWebAddress(question.url) && (
        <a class="button" href={question.url} target="_blank" rel="noopener">
          {question.button ?? words.open}
          <span class="away"> ({words.newTab})</span>
        </a>
      )}
      <div class="options consent">
        <label class="row">
          <input
            {...states}
            aria-describedby={describedBy}
            type="checkbox"
            checked={said !== ''}
            onChange={({ currentTarget }) => change(currentTarget.checked ? words.chosen : '')}
          />
          <kbd aria-hidden="true" />
          <span>{words.done}</span>
        </label>
      </div>
      {said !== '' && (
        <label class="field">
          <span>{words.when}</span>
          <input
            type="datetime-local"
            enterKeyHint={enterKeyHint}
            value={isTime(said) ? said : ''}
            onInput={({ currentTarget }) => change(currentTarget.value || words.chosen)}
          />
        </label>
      )}
    </div>
  )
}

const isTime = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)

export const scheduling: LaterInput<'scheduling'> = { input: Scheduling, css }
