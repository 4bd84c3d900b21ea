import { Chip, useClock } from '@bantam/ui'
import type { FormItem } from '../client.ts'
import { completionOf, timeSince } from './figures.ts'
import { FormActions } from './FormActions.tsx'

/** The forms, newest change first. On a phone each row becomes a card; the words stay the same. */
export const FormTable = ({ forms }: { forms: readonly FormItem[] }) => (
  <table class="forms-table">
    <thead>
      <tr>
        <th scope="col">Form</th>
        <th scope="col" class="is-number">
          Questions
        </th>
        <th scope="col" class="is-number">
          Views
        </th>
        <th scope="col" class="is-number">
          Starts
        </th>
        <th scope="col" class="is-number">
          Submissions
        </th>
        <th scope="col" class="is-number">
          Completion
        </th>
        <th scope="col">Changed</th>
        <th scope="col">
          <span class="ui-unseen">More</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {forms.map((form) => (
        <FormRow key={form.id} form={form} />
      ))}
    </tbody>
  </table>
)

const FormRow = ({ form }: { form: FormItem }) => {
  const { everyQuarterMinute } = useClock()
  const { views, starts, submissions } = form.stats
  const completion = completionOf(form.stats)
  return (
    <tr>
      <td class="forms-name">
        <a href={`/forms/${form.id}`}>{form.title}</a>
        {form.publishedVersion === null ? (
          <Chip shape="ring">Draft</Chip>
        ) : (
          <Chip tone="good" shape="check">
            Version {form.publishedVersion}
          </Chip>
        )}
      </td>
      <Figure label="questions" value={form.questionCount} />
      <Figure label="views" value={views} />
      <Figure label="starts" value={starts} />
      <Figure label="submissions" value={submissions} />
      <td class="is-number" data-label="completion">
        {completion === undefined ? (
          <span class="ui-quietly" title="Nobody has started it yet">
            –
          </span>
        ) : (
          <span class="completion">
            <meter min={0} max={100} value={completion} aria-hidden="true" />
            {completion} %
          </span>
        )}
      </td>
      <td class="forms-time">
        <time dateTime={form.updatedAt} title={new Date(form.updatedAt).toLocaleString()}>
          {timeSince(form.updatedAt, everyQuarterMinute.value)}
        </time>
      </td>
      <td class="forms-more">
        <FormActions form={form} />
      </td>
    </tr>
  )
}

/** `label` is the plural, with an s. */
const Figure = ({ label, value }: { label: string; value: number }) => (
  <td
    class="is-number"
    data-label={value === 1 ? label.slice(0, -1) : label}
    data-zero={value === 0}
  >
    {value.toLocaleString('en')}
  </td>
)
