import type { QuestionOf } from '@bantam/schema'
import type { InputProps } from '../input.ts'
import type { LaterInput } from '../later-inputs.ts'
import { picksOf, type Pick } from '../picks.ts'
import { movedTo, rankedOf, toggled } from './ranked.ts'
import css from './ranking.css?inline'
import { counted } from '../../complaint.ts'
import { draftByKey } from '../../keys.ts'
import type { Speech } from '../../speech.ts'
import { rankingWords } from './ranking-words.ts'

/** Ticked in order, best first; arrows or a drag put a choice elsewhere. The ranked ones stand on top. */
const Ranking = (props: InputProps<QuestionOf<'ranking'>>) => {
  const { question, draft, change, labels, speech } = props
  const ranked = rankedOf(question, draft)
  // The boxes and their letters are those of a multiple choice; what a tick does to the order is not.
  const boxes = { ...question, kind: 'multiple-choice' } as const
  const picks = picksOf(boxes, { draft: ranked, speech })
  const rows = [
    ...ranked.flatMap((id) => picks.filter((pick) => pick.id === id)),
    ...picks.filter(({ isPicked }) => !isPicked),
  ]
  const isFull = ranked.length >= (question.validation?.max ?? Infinity)
  const { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy } = labels
  const words = speech.ranking ?? rankingWords

  /** Changes the order, says so, and keeps the focus on what was pressed: a moved row takes it away. */
  const place = (order: readonly string[], { id, pressed }: { id: string; pressed: Element }) => {
    const list = pressed.closest('.ranking')
    change(order)
    if (pressed instanceof HTMLElement) pressed.focus()
    const status = list?.querySelector('[role=status]')
    const label = picks.find((pick) => pick.id === id)?.label ?? ''
    const rank = order.indexOf(id) + 1
    if (status)
      status.textContent = rank
        ? speech.fill(words.placed, label, rank, order.length)
        : speech.fill(words.unplaced, label)
  }

  const drag = ({
    currentTarget: list,
    clientY,
  }: PointerEvent & { currentTarget: HTMLElement }) => {
    const { held } = list.dataset
    if (!held || (isFull && !ranked.includes(held))) return
    const tops = [...list.children].map((row) => row.getBoundingClientRect())
    const at = tops.findIndex(({ bottom }) => clientY < bottom)
    const order = movedTo(ranked, { id: held, at: at < 0 ? rows.length : at })
    if (order.join() !== ranked.join()) change(order)
  }
  const release = ({ currentTarget: list }: { currentTarget: HTMLElement }) => {
    delete list.dataset['held']
  }

  /** A letter presses its box, wherever in the form the focus is; one that is closed stays so. */
  const tickByKey = (group: HTMLElement | null) => {
    const stage = group?.closest<HTMLElement>('.stage')
    const tick = (event: KeyboardEvent) => {
      const [id] = rankedOf(question, draftByKey(event, { question: boxes, draft: [], speech }))
      if (!id) return
      event.preventDefault()
      // The last one has been ranked by itself: whoever presses all the letters means to rank it.
      if (ranked.length === picks.length && ranked.at(-1) === id) return
      const inputs = group?.querySelectorAll('input') ?? []
      Array.from(inputs)
        .find(({ value }) => value === id)
        ?.click()
    }
    stage?.addEventListener('keydown', tick)
    return () => stage?.removeEventListener('keydown', tick)
  }

  return (
    <div
      class="options ranking"
      role="group"
      aria-labelledby={labelledBy}
      aria-describedby={`ranking-how ${describedBy}`}
      ref={tickByKey}
    >
      <p id="ranking-how">{howTo(question, speech)}</p>
      <ul onPointerMove={drag} onPointerUp={release} onPointerCancel={release}>
        {rows.map((pick) => (
          <RankingRow
            key={pick.id}
            pick={pick}
            rank={ranked.indexOf(pick.id) + 1}
            isClosed={isFull && !pick.isPicked}
            speech={speech}
            onToggle={(pressed) =>
              place(toggled(question, { ranked, id: pick.id }), { id: pick.id, pressed })
            }
            onMove={(pressed, by) => {
              const at = ranked.indexOf(pick.id) + by
              place(movedTo(ranked, { id: pick.id, at }), { id: pick.id, pressed })
            }}
          />
        ))}
      </ul>
      <p class="away" role="status" />
    </div>
  )
}

interface RankingRowProps {
  readonly pick: Pick
  /** From 1; 0 while it is not ranked. */
  readonly rank: number
  readonly isClosed: boolean
  readonly speech: Speech
  onToggle(pressed: Element): void
  onMove(pressed: Element, by: -1 | 1): void
}

const RankingRow = ({ pick, rank, isClosed, speech, onToggle, onMove }: RankingRowProps) => (
  <li class="row">
    <i
      aria-hidden="true"
      onPointerDown={({ currentTarget, pointerId, button }) => {
        const list = currentTarget.closest('ul')
        if (!list || button > 0) return
        list.dataset['held'] = pick.id
        list.setPointerCapture(pointerId)
      }}
    />
    <label>
      <input
        type="checkbox"
        value={pick.id}
        checked={pick.isPicked}
        disabled={isClosed}
        onChange={({ currentTarget }) => onToggle(currentTarget)}
      />
      <kbd aria-hidden={rank === 0}>{rank || pick.key}</kbd>
      <span>{pick.label}</span>
    </label>
    {rank > 0 &&
      ([-1, 1] as const).map((by) => (
        <button
          key={by}
          type="button"
          class={by < 0 ? 'up' : 'down'}
          aria-label={nameOf(by, { pick, speech })}
          onClick={({ currentTarget }) => onMove(currentTarget, by)}
        />
      ))}
  </li>
)

const nameOf = (by: -1 | 1, { pick, speech }: { pick: Pick; speech: Speech }) => {
  const { up, down } = speech.ranking ?? rankingWords
  return speech.fill(by < 0 ? up : down, pick.label)
}

/** How many to tick, in words. */
const howTo = ({ validation: { min, max } = {} }: QuestionOf<'ranking'>, speech: Speech) => {
  const { ranking = rankingWords } = speech
  if (max !== undefined)
    return counted(speech, { forms: max === min ? ranking.top : ranking.most, count: max })
  if (min !== undefined) return counted(speech, { forms: ranking.least, count: min })
  return ranking.all
}

export const ranking: LaterInput<'ranking'> = { input: Ranking, css }
