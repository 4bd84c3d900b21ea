import { stepsOf } from '../inputs/steps.ts'
import type { Face } from '../show.tsx'
import type { Past } from '../visit.ts'
import { chatWords } from './chat-words.ts'
import css from './chat.css?inline'

/** What was asked and said stands above the question that is asked now. */
export const chat: Face = {
  css,
  name: 'chat',
  before({ visit, speech, back }) {
    const { past = [], scene } = visit
    const { words, chat: ours = chatWords } = speech
    const stepOf = ({ question, value }: Past) =>
      stepsOf(question, { draft: value, speech }).find(({ isPicked }) => isPicked)?.label
    const textOf = (one: Past) =>
      one.value === true
        ? words.yes
        : one.value === false
          ? words.no
          : stepOf(one) || one.said || ours.skipped
    return (
      past.length > 0 && (
        <ol class="past" aria-label={ours.past}>
          {past.map((one) => (
            <li key={`${one.question.id} ${one.visit}`}>
              <p class="asked">{one.question.title}</p>
              {one.question.kind === 'statement' ? (
                one.question.help && <p class="asked">{one.question.help}</p>
              ) : (
                <Said
                  {...one}
                  text={textOf(one)}
                  label={ours.change}
                  back={scene.kind === 'ask' ? back : undefined}
                />
              )}
            </li>
          ))}
        </ol>
      )
    )
  },
  /** The new question is near the end, and its beginning in sight however long it is. */
  settle(stage) {
    const now = stage.querySelector<HTMLElement>('form, .closing')
    const head = stage.querySelector<HTMLElement>('header')
    if (now) stage.scrollTop = now.offsetTop - (head?.offsetHeight ?? 0) - margin
    // At the end nothing within takes the focus that keys need to scroll.
    if (now?.matches('form')) stage.removeAttribute('tabindex')
    else stage.tabIndex = 0
  },
}

const margin = 48

/** An answer, to be taken back as long as nothing is sent. */
const Said = (
  props: Past & { text: string; label: string; back: ((to: Past) => void) | undefined },
) => {
  const { text, label, back } = props
  return back ? (
    <button type="button" class="said" onClick={() => back(props)}>
      <span class="away">{label}: </span>
      <bdi>{text}</bdi>
    </button>
  ) : (
    <p class="said">
      <bdi>{text}</bdi>
    </p>
  )
}
