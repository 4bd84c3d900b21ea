import type { Directory, Encoded } from '@bantam/api'
import { inLanguage } from '@bantam/engine'
import { languageAmong } from '@bantam/engine/language-among'
import type { Form } from '@bantam/schema'
import type { Context, Handler } from 'hono'
import { accepts } from 'hono/accepts'
import { html } from 'hono/html'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: https:",
  // The calendar of a booking ending.
  'frame-src https:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * `/f/SLUG`, or the form's id in its place: one form alone on a page, also inside other people's frames. With
 * `?embed=TOKEN` it is as tall as the form and tells the page around it that height, under its token; with `?face=`
 * it is a `card` or a `chat`, whatever the form says.
 */
export const fullPage =
  ({ directory, template }: { directory: Directory; template: Encoded | undefined }): Handler =>
  async (c) => {
    const name = c.req.param('slug') ?? ''
    const published = (await directory.formBySlug(name)) ?? (await directory.form(name))
    const version = published && (await directory.version(published, published.version))
    if (!version || !template) {
      c.header('Content-Security-Policy', policy)
      return c.html(nothing, 404)
    }
    const { title, language } = inLanguage(version.definition, languageFor(c, version.definition))
    c.header('Content-Security-Policy', policy)
    c.header('Vary', 'Accept-Language', { append: true })
    c.header('Cache-Control', 'no-cache')
    const { origins } = published.record
    if (origins.length > 0)
      c.header('Content-Security-Policy', `${policy}; frame-ancestors 'self' ${origins.join(' ')}`)
    const page = Buffer.from(template.body).toString('utf8')
    const face = faces.find((one) => one === c.req.query('face'))
    const faced = face ? page.replace('data-mode', `data-face="${face}" data-mode`) : page
    return c.html(
      filled(c.req.query('embed') ? inFrame(faced) : faced, {
        title,
        language,
        formId: version.formId,
      }),
    )
  }

const nothing = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>No form here</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/f.css" />
    </head>
    <body>
      <main class="nothing">
        <h1>There is no form at this address.</h1>
        <p>Ask whoever gave you the link for the current one.</p>
      </main>
    </body>
  </html> `

/** The one that the widget on the page will choose, too: the form's that suits the browser, else its own. */
const languageFor = (c: Context, { language, translations = {} }: Form): string =>
  accepts(c, {
    header: 'Accept-Language',
    supports: [language, ...Object.keys(translations)],
    default: language,
    match: (wanted, config) =>
      languageAmong(
        config.supports,
        wanted.filter(({ q }) => q > 0).map(({ type }) => type),
      ) ?? config.default,
  })

const faces = ['card', 'chat'] as const

/** The page as it stands in a frame that grows with it. */
export const inFrame = (page: string): string =>
  page
    .replace('data-mode="page"', 'data-mode="inline"')
    .replace('</main>', '</main>\n    <script src="/f.js" async></script>')

/** Puts escaped values where the template says {{name}}. */
const filled = (template: string, values: { readonly [name: string]: string }): string =>
  template.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) =>
    String(html`${values[name] ?? ''}`),
  )
