import type { QuestionOf } from '@bantam/schema'
import { TextField } from '@bantam/ui'
import { complaintAbout } from '../form/limits.ts'
import type { Editor } from './editor.ts'
import { useRefusable } from './use-refusable.ts'

type Picture = QuestionOf<'picture-choice'>['choices'][number]

/** The picture of each choice, by its web address, and what it shows where the label does not say it. */
export const PictureList = ({
  editor,
  question,
}: {
  editor: Editor
  question: QuestionOf<'picture-choice'>
}) => (
  <ul class="pictures">
    {question.choices.map((choice) => (
      <li key={choice.id}>
        <PictureRow editor={editor} id={question.id} choice={choice} />
      </li>
    ))}
  </ul>
)

const PictureRow = ({ editor, id, choice }: { editor: Editor; id: string; choice: Picture }) => {
  const image = useRefusable(choice.image ?? '', {
    complain: (text) => complaintAbout('choiceImage', text),
    onEdit: (text) =>
      editor.dispatch({ type: 'setChoiceImage', id, choice: choice.id, image: text }),
  })
  const alt = useRefusable(choice.alt ?? '', {
    complain: (text) => complaintAbout('choiceAlt', text),
    onEdit: (text) => editor.dispatch({ type: 'setChoiceAlt', id, choice: choice.id, alt: text }),
  })
  return (
    <>
      <span class="picture">
        {choice.image ? (
          <img
            key={choice.image}
            src={choice.image}
            alt=""
            loading="lazy"
            referrerpolicy="no-referrer"
            onError={({ currentTarget }) => {
              currentTarget.hidden = true
            }}
          />
        ) : null}
      </span>
      <div>
        <TextField
          {...image}
          label={`Picture of “${choice.label}”`}
          placeholder="https://"
          autocomplete="off"
          onBlur={editor.settle}
        />
        <TextField
          {...alt}
          label="What it shows"
          placeholder="For those who cannot see it"
          autocomplete="off"
          onBlur={editor.settle}
        />
      </div>
    </>
  )
}
