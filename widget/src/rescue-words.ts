/** What leads to the form's own page, by language, at hand where nothing more can be loaded. */
export const rescueWords: { readonly [code: string]: string } = {
  en: 'Open the form on its own page',
  ar: 'فتح النموذج في صفحته الخاصة',
  de: 'Formular auf eigener Seite öffnen',
  es: 'Abrir el formulario en su propia página',
  fr: 'Ouvrir le formulaire sur sa propre page',
  it: 'Apri il modulo in una pagina propria',
  ja: 'フォームを専用ページで開く',
  nl: 'Open het formulier op een eigen pagina',
  pl: 'Otwórz formularz na osobnej stronie',
  pt: 'Abrir o formulário em página própria',
}
