import type { QuestionKind } from '@bantam/schema'

/** The forms that the gallery shows, by their ids on the server. */
export interface Shown {
  readonly baseUrl: string
  readonly kinds: ReadonlyMap<QuestionKind, string>
  readonly conversation: string
  readonly polyglot: string
}

export const faces = ['card', 'chat'] as const
export const modes = ['inline', 'popup', 'slider', 'sidetab', 'popover', 'page'] as const
export const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ja', 'ar'] as const
export const accents = ['#c8321f', '#1a7f5c', '#ffd400', '#f4f4f5', '#111827', '#7c3aed'] as const

type Attributes = { readonly [name: string]: string }

/** The gallery's pages by path: what each shows is plain snippets, as a website would carry them. */
export const pagesOf = (shown: Shown): ReadonlyMap<string, string> => {
  const form = (id: string, attributes: Attributes = {}) =>
    `<bantam-form form="${id}"${Object.entries(attributes)
      .map(([name, value]) => ` data-${name}="${value}"`)
      .join('')}></bantam-form>`
  const box = (title: string, body: string, more = '') =>
    `<section${more}><h2>${title}</h2>${body}</section>`
  const page = (title: string, body: string) => [
    `/${title}`,
    html({ title, body, script: `${shown.baseUrl}/widget.js` }),
  ]
  const kindsIn = (face: string) =>
    [...shown.kinds].map(([kind, id]) => box(kind, form(id, { face }))).join('')
  return new Map([
    ...faces.map((face) => page(face === 'card' ? 'kinds' : 'kinds-chat', kindsIn(face))),
    page('faces', faces.map((face) => box(face, form(shown.conversation, { face }))).join('')),
    ...modes
      .filter((mode) => mode !== 'inline' && mode !== 'page')
      .map((mode) =>
        page(
          mode,
          `<p>What the page says around it.</p>${form(shown.conversation, { mode, 'button-text': 'Request a demo' })}${'<p>More of the page.</p>'.repeat(30)}`,
        ),
      ),
    page(
      'themes',
      accents
        .flatMap((accent) =>
          ['light', 'dark'].map((mode) =>
            box(
              `${accent} ${mode}`,
              form([...shown.kinds.values()][1] ?? '', {
                'theme-accent': accent,
                'theme-mode': mode,
              }),
              ` class="${mode}"`,
            ),
          ),
        )
        .join(''),
    ),
    page(
      'languages',
      languages
        .map((language) => box(language, form(shown.polyglot, { language }), ` lang="${language}"`))
        .join(''),
    ),
    [
      '/',
      html({
        title: 'gallery',
        body: `<p>Every kind of question, face, mode, theme and language of the widget.</p><ul>${[
          'kinds',
          'kinds-chat',
          'faces',
          ...modes.filter((mode) => mode !== 'inline' && mode !== 'page'),
          'themes',
          'languages',
        ]
          .map((name) => `<li><a href="/${name}">${name}</a></li>`)
          .join('')}<li><a href="${shown.baseUrl}/f/${shown.conversation}">page</a></li></ul>`,
      }),
    ],
  ] as [string, string][])
}

const html = ({ title, body, script }: { title: string; body: string; script?: string }) =>
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Bantam widget: ${title}</title>
<link rel="icon" href="data:,">
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 24px; }
main { display: grid; gap: 24px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); }
section { border: 1px solid #8884; border-radius: 8px; overflow: hidden; }
section > h2 { font-size: 13px; font-weight: 600; margin: 0; padding: 8px 16px; border-bottom: 1px solid #8884; }
section.light { background: #fff; color: #111; }
section.dark { background: #111; color: #fff; }
</style>
<nav><a href="/">Gallery</a></nav>
<h1>${title}</h1>
<main>${body}</main>
${script === undefined ? '' : `<script src="${script}" async></script>`}
</html>
`
