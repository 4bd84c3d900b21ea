import { Shape, type ShapeName } from '@bantam/ui'
import type { ComponentChildren } from 'preact'
import type { ImportEntry, ImportResult } from '../client.ts'
import { grouped } from './grouped.ts'

interface ImportReportProps {
  result: ImportResult
  actions: ComponentChildren
}

/** What becomes of a definition, by name: what is lost first, what was kept folded away. */
export const ImportReport = ({ result: { from, form, report }, actions }: ImportReportProps) => (
  <div class="import-report">
    <section class="import-summary">
      <div>
        <h2>{form.title}</h2>
        <p class="ui-quietly">
          {products[from]} · {form.questions.length.toLocaleString('en')}{' '}
          {form.questions.length === 1 ? 'question' : 'questions'} ·{' '}
          {form.endings.length.toLocaleString('en')}{' '}
          {form.endings.length === 1 ? 'ending' : 'endings'}
        </p>
      </div>
      <div class="import-actions">{actions}</div>
    </section>
    <Fate title="Dropped" shape="cross" entries={report.dropped} none="Nothing is lost." isOpen />
    <Fate
      title="Changed"
      shape="half"
      entries={report.changed}
      none="Nothing had to change."
      isOpen
    />
    <Fate title="Kept" shape="check" entries={report.kept} none="Nothing could be kept." />
  </div>
)

const products: { readonly [F in ImportResult['from']]: string } = {
  bantam: 'A form of Bantam',
  typeform: 'From Typeform',
  surveyjs: 'From SurveyJS',
}

interface FateProps {
  title: string
  shape: ShapeName
  entries: readonly ImportEntry[]
  none: string
  isOpen?: boolean
}

const Fate = ({ title, shape, entries, none, isOpen = false }: FateProps) => (
  <details class="import-fate" open={isOpen && entries.length > 0}>
    <summary>
      <Shape name={shape} />
      <b>{title}</b>
      <span class="import-count">{entries.length.toLocaleString('en')}</span>
    </summary>
    {entries.length === 0 ? <p class="ui-quietly import-none">{none}</p> : null}
    <dl>
      {grouped(entries).map(({ head, entries: of }) => (
        <div key={head}>
          <dt>
            {head} {of.length > 1 ? <span class="import-count">{of.length}</span> : null}
          </dt>
          <dd>
            <ul>
              {of.map(({ what, name, path }) => (
                <li key={path} title={path}>
                  {name || path} <small>{what}</small>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  </details>
)
