import type { Options } from '../options.ts'

export interface LauncherWords {
  /** On a button that nobody named. */
  readonly open: string
  /** Beside the dot of a button that was not pressed yet. */
  readonly unread: string
}

/** The language of a mode before anything of its form is there: the website's wish, the page's, the browser's. */
export const languageOf = (element: HTMLElement, { language }: Options): string =>
  (language ?? element.closest<HTMLElement>('[lang]')?.lang ?? navigator.language)
    .slice(0, 2)
    .toLowerCase()

export const launcherWordsIn = (language: string): LauncherWords => {
  const [open = '', unread = ''] = byLanguage.get(language) ?? english
  return { open, unread }
}

const english = ['Open the form', '(new)']

const byLanguage = new Map([
  ['de', ['Formular öffnen', '(neu)']],
  ['fr', ['Ouvrir le formulaire', '(nouveau)']],
  ['es', ['Abrir el formulario', '(nuevo)']],
  ['pt', ['Abrir o formulário', '(novo)']],
  ['it', ['Apri il modulo', '(nuovo)']],
  ['nl', ['Formulier openen', '(nieuw)']],
  ['pl', ['Otwórz formularz', '(nowe)']],
  ['ja', ['フォームを開く', '(新着)']],
  ['ar', ['فتح النموذج', '(جديد)']],
])
