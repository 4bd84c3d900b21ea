interface PanelWords {
  /** What they are in. */
  readonly language: string
  readonly close: string
  /** Names the panel until the form's title is there. */
  readonly form: string
}

/** In the language of a BCP 47 tag as far as the widget speaks it, else in English. */
export const panelWordsIn = (tag: string): PanelWords => {
  const language = tag.slice(0, 2).toLowerCase()
  const words = byLanguage.get(language)
  const [close = '', form = ''] = words ?? english
  return { language: words ? language : 'en', close, form }
}

const english = ['Close', 'Form']

const byLanguage = new Map([
  ['de', ['Schließen', 'Formular']],
  ['fr', ['Fermer', 'Formulaire']],
  ['es', ['Cerrar', 'Formulario']],
  ['pt', ['Fechar', 'Formulário']],
  ['it', ['Chiudi', 'Modulo']],
  ['nl', ['Sluiten', 'Formulier']],
  ['pl', ['Zamknij', 'Formularz']],
  ['ja', ['閉じる', 'フォーム']],
  ['ar', ['إغلاق', 'النموذج']],
])
