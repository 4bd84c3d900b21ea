import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

export interface WidgetSite {
  /** Page with Bantam's snippet as it is given, with text beneath it. */
  readonly ours: string
  /** The same without `async`: nothing beneath is drawn before the loader has kept the place. */
  readonly blocking: string
  /** Page with the minimal Preact script. */
  readonly minimal: string
  stop(): Promise<void>
}

interface Given {
  readonly baseUrl: string
  readonly formId: string
  readonly minimalScript: string
}

/** A website on an origin of its own; it sends everything as Bantam sends its files. */
export const startWidgetSite = async (given: Given): Promise<WidgetSite> => {
  const { baseUrl, formId, minimalScript } = given
  const snippet = `src="${baseUrl}/widget.js" data-form="${formId}"`
  const files = new Map([
    ['/ours', page(`${snippet} async`)],
    ['/blocking', page(snippet)],
    ['/minimal', page(`src="/minimal.js" data-form="${baseUrl}/v1/public/forms/${formId}" async`)],
    ['/minimal.js', minimalScript],
  ])
  const sent = new Map<string, Buffer>()
  for (const [path, text] of files) sent.set(path, await promisify(brotliCompress)(text))

  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const body = sent.get(path)
    if (!body) return void response.writeHead(404).end()
    response
      .writeHead(200, {
        'content-type': `text/${path.endsWith('.js') ? 'javascript' : 'html'}; charset=utf-8`,
        'content-encoding': 'br',
        'cache-control': 'public, no-cache',
        etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
        vary: 'Accept-Encoding',
        'x-content-type-options': 'nosniff',
      })
      .end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://localhost:${typeof address === 'object' ? address?.port : undefined}`
  return {
    ours: `${origin}/ours`,
    blocking: `${origin}/blocking`,
    minimal: `${origin}/minimal`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const page = (attributes: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Example</title>
<link rel="icon" href="data:,">
<h1>Request a demo</h1>
<p>We answer within a day.</p>
<script ${attributes}></script>
<p>An example page.</p>
</html>
`
