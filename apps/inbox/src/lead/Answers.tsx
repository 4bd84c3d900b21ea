import { Panel } from '@bantam/ui'
import type { Lead } from '../client.ts'
import { timeWords } from '../when.ts'

/** What they said, question by question, in the latest submission. */
export const Answers = ({ lead }: { lead: Lead }) => (
  <Panel
    title="What they said"
    aside={
      <span class="ui-quietly">
        {lead.form.title} · {timeWords(lead.routedAt)}
      </span>
    }
  >
    {lead.answers.length === 0 ? (
      <p class="ui-quietly">No answers were kept.</p>
    ) : (
      <dl class="answers">
        {lead.answers.map((answer) => (
          <div key={answer.questionId}>
            <dt dir="auto">{answer.title}</dt>
            <dd dir="auto">{answer.display}</dd>
          </div>
        ))}
      </dl>
    )}
  </Panel>
)
