import type { Form } from '@bantam/schema'

/** The languages that the widget speaks, each by its own name. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  ja: '日本語',
  ar: 'العربية',
} as const

/** The same question in every language of the widget, and two more whose words the widget brings. */
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
    'questions.size.choices.few.label': few,
    'questions.size.choices.many.label': many,
  }
}

/** What it asks first in another language than its own. */
export const asksIn = (language: string): string | undefined =>
  polyglot.translations?.[language]?.['questions.size.title']
