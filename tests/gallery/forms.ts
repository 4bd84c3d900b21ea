import type { Form, Question, QuestionKind } from '@bantam/schema'
import { everyKind } from '../e2e/widget-form.ts'
import { kindsForm } from '../e2e/widget-kinds-form.ts'

/** One form per kind of question, whose first question is of that kind. */
export const formPerKind = (): ReadonlyMap<QuestionKind, Form> => {
  const forms = new Map<QuestionKind, Form>()
  for (const question of [...kindsForm.questions, ...everyKind.questions])
    if (!forms.has(question.kind)) forms.set(question.kind, formOf(question))
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
    consents: [
      { purpose: question.purpose ?? question.id, text: question.title, textVersion: '2026-11' },
    ],
  }),
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you', body: 'That is all there is.' }],
})

/** Alone, a question has nothing to recall: its fallback stands. */
const plain = (title: string) => title.replaceAll(/\{\{[^|}]*\|?([^}]*)\}\}/g, '$1')

/** The same three questions in every language the widget speaks. */
export const polyglot: Form = {
  schema: 1,
  title: 'In your language',
  language: 'en',
  questions: [
    {
      id: 'size',
      kind: 'single-choice',
      title: 'How many people work with you?',
      required: true,
      choices: [
        { id: 'few', label: 'Up to 50' },
        { id: 'many', label: 'More than 50' },
      ],
    },
    { id: 'email', kind: 'email', title: 'Where can we write to you?', required: true },
    { id: 'happy', kind: 'rating', title: 'How happy are you with what you have?' },
  ],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
  translations: {
    de: texts('Wie viele Menschen arbeiten bei Ihnen?', 'Bis 50', 'Mehr als 50'),
    fr: texts('Combien de personnes travaillent avec vous ?', 'Jusqu’à 50', 'Plus de 50'),
    es: texts('¿Cuántas personas trabajan con usted?', 'Hasta 50', 'Más de 50'),
    pt: texts('Quantas pessoas trabalham com você?', 'Até 50', 'Mais de 50'),
    it: texts('Quante persone lavorano con lei?', 'Fino a 50', 'Più di 50'),
    nl: texts('Hoeveel mensen werken er bij u?', 'Tot 50', 'Meer dan 50'),
    pl: texts('Ile osób u Państwa pracuje?', 'Do 50', 'Ponad 50'),
    ja: texts('従業員は何人ですか？', '50人まで', '50人以上'),
    ar: texts('كم عدد الأشخاص الذين يعملون معكم؟', 'حتى ٥٠', 'أكثر من ٥٠'),
  },
}

function texts(title: string, few: string, many: string): Record<string, string> {
  return {
    'questions.size.title': title,
    'questions.size.choices.few': few,
    'questions.size.choices.many': many,
  }
}
