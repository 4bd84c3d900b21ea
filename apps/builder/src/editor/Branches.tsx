import type { Place } from '@bantam/editing'
import type { Form, Jump, Question } from '@bantam/schema'
import { splitRef, targetName } from '../form/name.ts'
import { sentenceOf, type Phrase } from '../form/sentence.ts'

interface BranchesProps {
  form: Form
  question: Question
  onGo: (place: Place) => void
}

/** When the question shows and where its answers lead, each as a sentence. */
export const Branches = ({ form, question, onGo }: BranchesProps) => {
  const { showIf, jumps = [] } = question
  return (
    <section class="inspector-part">
      <h3>Branches</h3>
      {showIf || jumps.length > 0 ? null : (
        <p class="ui-quietly">Everybody who gets here is asked, then the next question follows.</p>
      )}
      <ul class="branches">
        {showIf ? (
          <li>
            Shown only if <Sentence phrases={sentenceOf(form, showIf)} />
          </li>
        ) : null}
        {jumps.map((jump) => (
          <li key={JSON.stringify(jump)}>
            If <Sentence phrases={sentenceOf(form, jump.when)} />{' '}
            <Target form={form} jump={jump} onGo={onGo} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Sentence = ({ phrases }: { phrases: readonly Phrase[] }) => {
  let place = 0
  return (
    <>
      {phrases.map(({ role, text }) => {
        place += text.length
        return role === 'words' ? (
          text
        ) : (
          <b key={place} data-role={role}>
            {text}
          </b>
        )
      })}
    </>
  )
}

const Target = ({ form, jump, onGo }: { form: Form; jump: Jump; onGo: (place: Place) => void }) => {
  const [part, id] = splitRef(jump.to)
  const list: readonly { id: string }[] = part === 'question' ? form.questions : form.endings
  const name = targetName(form, jump.to)
  const limit = jump.atMost === undefined ? '' : `, at most ${jump.atMost} times`
  return (
    <span class="branch-target">
      <span aria-hidden="true">→</span>
      {list.some((each) => each.id === id) ? (
        <button
          type="button"
          onClick={() => onGo({ part: part === 'question' ? 'question' : 'ending', id })}
        >
          {name}
        </button>
      ) : (
        <b data-role="missing">{name}</b>
      )}
      {limit}
    </span>
  )
}
