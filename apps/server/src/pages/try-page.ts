import type { Directory } from '@bantam/api'
import type { Handler } from 'hono'
import { html } from 'hono/html'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: https:",
  'frame-src https:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** The attributes of a snippet that may be tried: the address says `mode` for `data-mode`. */
const options = [
  'mode',
  'face',
  'open',
  'open-value',
  'button-text',
  'tooltip',
  'position',
  'width',
  'height',
  'notification-days',
  'auto-close',
  'theme-accent',
]

/**
 * `/try/FORM?mode=popup&…`: a published form on a page like a website's, in a mode and with the options of the address.
 * What is answered there is stored nowhere.
 */
export const tryPage =
  (directory: Directory): Handler =>
  async (c) => {
    const published = await directory.form(c.req.param('form') ?? '')
    const version = published && (await directory.version(published, published.version))
    if (!version) return c.text('Publish this form first: there is nothing to try yet.', 404)
    c.header('Content-Security-Policy', policy)
    c.header('Cache-Control', 'no-cache')
    const { title, language } = version.definition
    const asked = options.flatMap((name) => {
      const value = c.req.query(name)
      return value ? [html` data-${name}="${value}"`] : []
    })
    const isAlone = c.req.query('mode') === 'page'
    const lines = isAlone ? '' : html`<i></i><i></i><i></i>`
    return c.html(
      html`<!doctype html>
        <html lang="${language}">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="robots" content="noindex" />
            <title>${title}</title>
            <link rel="icon" href="data:," />
            <link rel="stylesheet" href="/try.css" />
          </head>
          <body>
            <main>
              <div class="text" aria-hidden="true">${isAlone ? '' : html`<b></b>`}${lines}</div>
              <bantam-form form="${version.formId}" data-sandbox ${asked}></bantam-form>
              <div class="text" aria-hidden="true">${lines}${lines}</div>
              <div class="text tall" aria-hidden="true">${lines}${lines}</div>
            </main>
            <script src="/widget.js" async></script>
          </body>
        </html>`,
    )
  }

/** The drawn outline of some website: nobody's words, so that the form alone is looked at. */
export const tryStyle = `
:root { color-scheme: light dark; --bar: light-dark(#e8e8ec, #2e3035); background: light-dark(#fff, #18191b); }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 720px; margin: 0 auto; padding: 32px 24px; }
b, i { display: block; border-radius: 4px; background: var(--bar); }
.text { margin-block: 28px; }
.text b { width: 55%; height: 28px; margin-block-end: 24px; }
.text i { height: 10px; margin-block: 14px; }
.text i:nth-child(3n) { width: 70%; }
.tall { padding-block-end: 60vh; }
`
