import { Hono } from 'hono'
import { html } from 'hono/html'
import { script } from './script.ts'
import { styles } from './styles.ts'

/** What the pages embed; undefined while there is no demo workspace. */
export interface EmbeddedForms {
  readonly baseUrl: string
  readonly demoRequest: string
  readonly contentDownload: string
}

const policy = (host: string) =>
  `default-src 'none'; script-src 'self' ${host}; connect-src ${host}; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'`

/** A made-up company's website on an origin of its own: each page holds one script tag of the form it embeds. */
export const createExampleSite = (forms: () => Promise<EmbeddedForms | undefined>): Hono => {
  const site = new Hono()
  site.get('/style.css', (c) => c.body(styles, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  site.get('/site.js', (c) =>
    c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  )
  for (const { path, key, page } of pages)
    site.get(path, async (c) => {
      const embedded = await forms()
      if (!embedded)
        return c.text('There is no demo workspace yet. Open it on the first page of Bantam.', 404)
      c.header('Content-Security-Policy', policy(embedded.baseUrl))
      return c.html(layout(page, { snippet: snippetOf(embedded, key), path }))
    })
  return site
}

/** Where no form stands, the script is told whose website this is: for the pages that visitors look at. */
const snippetOf = (
  { baseUrl, ...forms }: EmbeddedForms,
  key: 'demoRequest' | 'contentDownload' | undefined,
) =>
  key === undefined
    ? html`<script
        src="${baseUrl}/widget.js"
        data-site="${forms.demoRequest}"
        async
        crossorigin
      ></script>`
    : html`<script src="${baseUrl}/widget.js" data-form="${forms[key]}" async crossorigin></script>`

interface Page {
  readonly title: string
  readonly lead: string
  readonly points: readonly string[]
}

const pages: readonly {
  path: string
  key?: 'demoRequest' | 'contentDownload'
  page: Page
}[] = [
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
    path: '/pricing',
    page: {
      title: 'One price for each parcel.',
      lead: 'No form here. Who allows it below and asks for a demo later has their visit counted.',
      points: [
        'Two a parcel, up to a thousand a month.',
        'One a parcel for everybody above.',
        'A signature, insurance and a photograph are included.',
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
  { snippet, path }: { snippet: ReturnType<typeof snippetOf>; path: string },
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
            <a href="/pricing" ${path === '/pricing' ? html`aria-current="page"` : ''}>Pricing</a>
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
          <div class="form">${snippet}</div>
        </main>
        <footer>
          <p>An example website on its own origin. It embeds a Bantam form with one script tag.</p>
          <p id="choice" hidden>
            May we note which pages you look at, to answer you better?
            <button type="button" value="yes">Allow</button>
            <button type="button" value="no">No</button>
          </p>
          <script src="/site.js"></script>
        </footer>
      </body>
    </html>`
