import type { Ending, Form, Question, QuestionKind } from '@bantam/schema'
import { everyKind } from '../e2e/widget-form.ts'
import { kindsForm, picturesAt } from '../e2e/widget-kinds-form.ts'

/** One form per kind of question, whose first question is of that kind; `site` serves pictures and a calendar. */
export const formPerKind = (site: string): ReadonlyMap<QuestionKind, Form> => {
  const forms = new Map<QuestionKind, Form>()
  for (const question of [...everyKind.questions, ...kindsForm.questions])
    if (!forms.has(question.kind)) forms.set(question.kind, formOf(atHome(question, site)))
  return forms
}

const formOf = ({ showIf: _showIf, jumps: _jumps, ...question }: Question): Form => ({
  schema: 1,
  title: question.kind,
  language: 'en',
  questions: [
    { ...question, title: plain(question.title) },
    { id: 'after', kind: 'short-text', title: 'Anything to add?' },
  ],
  ...(question.kind === 'consent' && {
    consents: everyKind.consents?.filter(({ purpose }) => purpose === question.purpose),
  }),
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you', body: 'That is all there is.' }],
})

/** With addresses that the gallery itself answers. */
const atHome = (question: Question, site: string): Question => {
  if (question.kind === 'scheduling') return { ...question, url: `${site}/calendar` }
  if (question.kind !== 'picture-choice') return question
  return {
    ...question,
    choices: question.choices.map((choice) => ({
      ...choice,
      ...(choice.image && { image: choice.image.replace(picturesAt, `${site}/pictures/`) }),
    })),
  }
}

/** Alone, a question has nothing to recall: its fallback stands. */
const plain = (title: string) => title.replaceAll(/\{\{[^|}]*\|?([^}]*)\}\}/g, '$1')

/** One form per kind of ending, a single question away from it. */
export const formPerEnding = (site: string): ReadonlyMap<Ending['kind'], Form> =>
  new Map(
    endings(site).map((ending) => [
      ending.kind,
      {
        schema: 1,
        title: ending.kind,
        language: 'en',
        questions: [
          { id: 'ready', kind: 'yes-no', title: 'Shall we go to the end?', required: true },
        ],
        endings: [ending],
      },
    ]),
  )

const endings = (site: string): readonly Ending[] => [
  {
    id: 'thanks',
    kind: 'message',
    title: 'Thank you. We have your request.',
    body: 'Somebody will write to you within a business day.',
  },
  {
    id: 'book',
    kind: 'booking',
    title: 'Let us talk. When does it suit you?',
    body: 'Half an hour with the person who knows your industry.',
    url: `${site}/calendar`,
  },
  {
    id: 'guide',
    kind: 'asset',
    title: 'Here is your guide.',
    body: 'Twelve pages on how teams like yours begin.',
    url: `${site}/guide.txt`,
  },
  { id: 'leave', kind: 'redirect', title: 'On to the next page.', url: `${site}/welcome` },
]

/** Everything longer than anybody had planned for. */
export const longTexts: Form = {
  schema: 1,
  title: 'Long texts',
  language: 'de',
  questions: [
    {
      id: 'reason',
      kind: 'multiple-choice',
      section: { title: 'Rahmenbedingungen Ihrer Beschaffung', help: 'Zwei Fragen.' },
      title:
        'Welche der folgenden Gründe haben Sie dazu bewogen, sich ausgerechnet jetzt nach einer anderen Lösung umzusehen?',
      help: 'Mehrere Antworten sind möglich. Wenn keiner passt, schreiben Sie uns in eigenen Worten, was den Ausschlag gegeben hat.',
      why: 'Damit wir Ihnen beim ersten Gespräch nichts zeigen, was für Sie ohne Bedeutung ist.',
      required: true,
      other: true,
      choices: [
        {
          id: 'law',
          label: 'Datenschutz-Grundverordnungskonformitätsbescheinigungsanforderungen',
        },
        {
          id: 'cost',
          label:
            'Die laufenden Kosten der bisherigen Lösung sind in den letzten beiden Jahren erheblich stärker gestiegen als angekündigt',
        },
        { id: 'end', label: 'Der Vertrag läuft aus' },
      ],
    },
  ],
  endings: [{ id: 'thanks', kind: 'message', title: 'Vielen Dank' }],
}
