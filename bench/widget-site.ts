import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { browserScript } from './browser-script.ts'

/** Pages of the website that are compared, each asking the same first question. */
export const pages = [
  'ours',
  'blocking',
  'embed',
  'minimal',
  'turns',
  'surveyjs',
  'typebot',
] as const
export type Page = (typeof pages)[number]

export interface WidgetSite {
  /** `blocking` is ours without `async`; `embed` is the one-file snippet; `turns` is minimal and goes on. */
  readonly address: { readonly [P in Page]: string }
  stop(): Promise<void>
}

interface Given {
  readonly baseUrl: string
  readonly formId: string
  /** Words of the form's first question. */
  readonly question: string
}

/** A website on an origin of its own; it sends everything as Bantam sends its files. */
export const startWidgetSite = async (given: Given): Promise<WidgetSite> => {
  const sent = new Map<string, { type: string; body: Buffer }>()
  for (const [path, { type, text }] of await filesOf(given))
    sent.set(path, { type, body: await promisify(brotliCompress)(text) })

  const server = createServer((request, response) => {
    const file = sent.get((request.url ?? '').replace(/\?.*/, ''))
    if (!file) return void response.writeHead(404).end()
    request.resume()
    response
      .writeHead(200, {
        'content-type': `${file.type}; charset=utf-8`,
        'content-encoding': 'br',
        'cache-control': 'public, no-cache',
        etag: `"${createHash('sha256').update(file.body).digest('base64url').slice(0, 22)}"`,
        vary: 'Accept-Encoding',
        'x-content-type-options': 'nosniff',
      })
      .end(file.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://localhost:${typeof address === 'object' ? address?.port : undefined}`
  const addressOf = (page: Page) => `${origin}/${page}`
  return {
    address: {
      ours: addressOf('ours'),
      blocking: addressOf('blocking'),
      embed: addressOf('embed'),
      minimal: addressOf('minimal'),
      turns: addressOf('turns'),
      surveyjs: addressOf('surveyjs'),
      typebot: addressOf('typebot'),
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type File = { readonly type: string; readonly text: string }

const filesOf = async ({ baseUrl, formId, question }: Given): Promise<Map<string, File>> => {
  const [minimal, turns, surveyjs] = await Promise.all([
    browserScript('minimal-page'),
    browserScript('minimal-turns'),
    browserScript('surveyjs-page'),
  ])
  const html = (page: Page, script: string, head = ''): [string, File] => [
    `/${page}`,
    { type: 'text/html', text: pageOf({ question, script, head }) },
  ]
  const javascript = (text: string): File => ({ type: 'text/javascript', text })
  const json = (value: object): File => ({
    type: 'application/json',
    text: JSON.stringify(value),
  })
  const snippet = `src="${baseUrl}/widget.js" data-form="${formId}"`
  return new Map([
    html('ours', `<script ${snippet} async crossorigin></script>`),
    html('blocking', `<script ${snippet} crossorigin></script>`),
    html('embed', `<script src="${baseUrl}/embed/${formId}.js" async crossorigin></script>`),
    html(
      'minimal',
      `<script src="/minimal.js" data-form="${baseUrl}/v1/public/forms/${formId}" async></script>`,
    ),
    html('turns', '<script src="/turns.js"></script>'),
    html(
      'surveyjs',
      '<script src="/surveyjs.js"></script>',
      '<link rel="stylesheet" href="/survey.css">',
    ),
    html(
      'typebot',
      '<typebot-standard style="display:block;width:100%;height:540px"></typebot-standard><script type="module" src="/typebot-start.js"></script>',
    ),
    ['/minimal.js', javascript(minimal)],
    ['/turns.js', javascript(turns)],
    ['/surveyjs.js', javascript(surveyjs)],
    ['/survey.css', { type: 'text/css', text: fileOf('survey-core/survey-core.fontless.min.css') }],
    ['/survey.json', json(surveyOf(question))],
    ['/typebot.js', javascript(fileOf('@typebot.io/js/web'))],
    [
      '/typebot-start.js',
      javascript(
        `import Typebot from '/typebot.js';Typebot.initStandard({typebot:'demo',apiHost:location.origin})`,
      ),
    ],
    ['/api/v1/typebots/demo/startChat', json(chatOf(question))],
  ])
}

const require = createRequire(import.meta.url)
const fileOf = (name: string): string => readFileSync(require.resolve(name), 'utf8')

const surveyOf = (question: string) => ({
  questionsOnPageMode: 'questionPerPage',
  elements: [
    { type: 'text', name: 'name', title: question, isRequired: true },
    { type: 'text', name: 'email', title: 'Where can we write to you?', inputType: 'email' },
  ],
})

/** What a Typebot server answers when a chat begins: one bubble and one input, without pretended typing. */
const chatOf = (question: string) => ({
  sessionId: 'session',
  resultId: 'result',
  typebot: {
    id: 'demo',
    version: '6.1',
    theme: {},
    settings: { typingEmulation: { enabled: false } },
    publishedAt: '2026-01-01T00:00:00.000Z',
  },
  messages: [
    {
      id: 'ask',
      type: 'text',
      content: { type: 'richText', richText: [{ type: 'p', children: [{ text: question }] }] },
    },
  ],
  input: { id: 'answer', type: 'text input', options: {} },
})

const pageOf = ({ question, script, head }: { question: string; script: string; head: string }) =>
  `<!doctype html>
<html lang="en" data-question="${question.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Example</title>
<link rel="icon" href="data:,">
${head}
<h1>Request a demo</h1>
<p>We answer within a day.</p>
${script}
<p>An example page.</p>
</html>
`
