interface PanelWords {
  readonly close: string
  /** Names the panel until the form's title is there. */
  readonly form: string
}

export const panelWordsIn = (language: string): PanelWords => {
  const [close = '', form = ''] = byLanguage.get(language) ?? english
  return { close, form }
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
