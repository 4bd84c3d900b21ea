import { Bars, Chip, Panel } from '@bantam/ui'
import type { Lead } from '../client.ts'
import { lanes } from '../lanes.tsx'
import { bantLetters, bantStatuses, flagWords, letters, spaced } from '../words.ts'
import { confidenceWords, explanationOf, plain, signed } from './explanation.ts'

const axisWords = { fit: 'Fit', intent: 'Intent' } as const

/** Why this score: both readings, each line behind them in words, and how much of the model's ground is known. */
export const Why = ({ score }: { score: Lead['score'] }) => (
  <Panel
    title="Why this score"
    aside={<span class="why-model">Model version {score.modelVersion}</span>}
  >
    <div class="why">
      <p>
        Fit {plain(score.fit)} and intent {plain(score.intent)} make <b>{score.label}</b>:{' '}
        {lanes[score.lane].word.toLowerCase()}.
      </p>
      <Bars
        first={{ label: 'Fit', value: Math.round(score.fit) }}
        second={{ label: 'Intent', value: Math.round(score.intent) }}
      />
      <p class="ui-quietly">{confidenceWords(score.coverage)}.</p>
      <ul class="why-flags">
        {score.flags.map((flag) => (
          <li key={flag}>
            <Chip tone={flag === 'sales-ready' ? 'good' : 'warning'}>
              {flagWords(flag) ?? spaced(flag)}
            </Chip>
          </li>
        ))}
      </ul>
      <div class="why-axes">
        {explanationOf(score.contributions).map(({ axis, lines, sum }) => (
          <table key={axis} class="why-axis">
            <caption>{axisWords[axis]}</caption>
            <tbody>
              {lines.map((line) => (
                <tr
                  key={line.criterion + line.because}
                  data-sign={line.points < 0 ? 'less' : 'more'}
                >
                  <th scope="row" dir="auto">
                    {line.because}
                  </th>
                  <td>
                    <bdi dir="ltr">{signed(line.points)}</bdi>
                  </td>
                </tr>
              ))}
              {lines.length === 0 ? (
                <tr>
                  <th scope="row">Nothing counted</th>
                  <td>0.00</td>
                </tr>
              ) : null}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{axisWords[axis]}</th>
                <td>{sum.toFixed(2)}</td>
              </tr>
            </tfoot>
          </table>
        ))}
      </div>
    </div>
  </Panel>
)

/** A checklist, not a gate: what the answers say of budget, authority, need and timeline. */
export const Bant = ({ bant }: { bant: Lead['score']['bant'] }) => (
  <Panel title="BANT">
    <dl class="bant">
      {letters.map((letter) => {
        const { word, shape, tone } = bantStatuses[bant[letter]]
        return (
          <div key={letter}>
            <dt>{bantLetters[letter]}</dt>
            <dd>
              <Chip tone={tone} shape={shape} isBare>
                {word}
              </Chip>
            </dd>
          </div>
        )
      })}
    </dl>
  </Panel>
)
