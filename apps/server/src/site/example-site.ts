import { Hono } from 'hono'
import { html } from 'hono/html'
import { styles } from './styles.ts'

/** What the pages embed; undefined while there is no demo workspace. */
export interface EmbeddedForms {
  readonly baseUrl: string
  readonly demoRequest: string
  readonly contentDownload: string
}

const policy = (host: string) =>
  `default-src 'none'; script-src ${host}; connect-src ${host}; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'`

/** A made-up company's website on an origin of its own: each page holds one script tag of the form it embeds. */
export const createExampleSite = (forms: () => Promise<EmbeddedForms | undefined>): Hono => {
  const site = new Hono()
  site.get('/style.css', (c) => c.body(styles, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  for (const { path, key, page } of pages)
    site.get(path, async (c) => {
      const embedded = await forms()
      if (!embedded)
        return c.text('There is no demo workspace yet. Open it on the first page of Bantam.', 404)
      c.header('Content-Security-Policy', policy(embedded.baseUrl))
      return c.html(layout(page, { baseUrl: embedded.baseUrl, formId: embedded[key], path }))
    })
  return site
}

interface Page {
  readonly title: string
  readonly lead: string
  readonly points: readonly string[]
}

const pages: readonly { path: string; key: 'demoRequest' | 'contentDownload'; page: Page }[] = [
  {
    path: '/',
    key: 'demoRequest',
    page: {
      title: 'Every parcel where it should be.',
      lead: 'Example Harbour is a made-up company that moves parcels. Its demo form is a real one.',
      points: [
        'Answer the questions as a director with a plan, and sales hears of you at once.',
        'Answer as a student who is just looking, and nobody does.',
      ],
    },
  },
  {
    path: '/guide',
    key: 'contentDownload',
    page: {
      title: 'The guide to qualified leads.',
      lead: 'Twelve pages on telling a buyer from a browser, for an address.',
      points: [
        'A few questions, most of them optional.',
        'Allow to be written to, then ask for a demo: you are asked only what is new.',
        'The same lead is scored again with what is known by then.',
      ],
    },
  },
]

const layout = (
  page: Page,
  { baseUrl, formId, path }: { baseUrl: string; formId: string; path: string },
) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Example Harbour</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <a class="name" href="/">Example Harbour</a>
          <nav aria-label="Pages">
            <a href="/" ${path === '/' ? html`aria-current="page"` : ''}>Request a demo</a>
            <a href="/guide" ${path === '/guide' ? html`aria-current="page"` : ''}>Guide</a>
          </nav>
        </header>
        <main>
          <section>
            <h1>${page.title}</h1>
            <p class="lead">${page.lead}</p>
            <ul>
              ${page.points.map((point) => html`<li>${point}</li>`)}
            </ul>
          </section>
          <div class="form">
            <script src="${baseUrl}/widget.js" data-form="${formId}" async></script>
          </div>
        </main>
        <footer>
          An example website on its own origin. It embeds a Bantam form with one script tag.
        </footer>
      </body>
    </html>`
