import type { QuestionOf } from '@bantam/schema'
import type { InputProps } from '../input.ts'
import type { LaterInput } from '../later-inputs.ts'
import { OtherText } from '../OtherText.tsx'
import { picksOf } from '../picks.ts'
import css from './picture-choice.css?inline'

/** One choice among pictures. A picture that the page forbids or that is gone leaves its label. */
const PictureChoice = (props: InputProps<QuestionOf<'picture-choice'>>) => {
  const { question, change, pick, labels } = props
  const pictures = new Map(question.choices.map((choice) => [choice.id, choice]))
  return (
    <>
      <div class="options pictures" role="radiogroup" {...labels}>
        {picksOf(question, props).map((one) => (
          <label
            key={one.id}
            class="row"
            onClick={({ detail }) => {
              // A click made by the keyboard, as arrows do in a radio group, counts no presses.
              if (detail > 0 && !one.isOther) pick(one.draft)
            }}
          >
            <Picture {...pictures.get(one.id)} />
            <input
              type="radio"
              name={question.id}
              value={one.id}
              checked={one.isPicked}
              onChange={() => change(one.draft)}
            />
            <kbd aria-hidden="true">{one.key}</kbd>
            <span>{one.label}</span>
          </label>
        ))}
      </div>
      <OtherText {...props} />
    </>
  )
}

const Picture = ({ image, alt = '' }: { image?: string | undefined; alt?: string | undefined }) =>
  image ? (
    <img
      src={image}
      alt={alt}
      loading="lazy"
      referrerpolicy="no-referrer"
      onError={({ currentTarget }) => {
        currentTarget.hidden = true
      }}
    />
  ) : null

export const pictureChoice: LaterInput<'picture-choice'> = { input: PictureChoice, css }
