import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Encoded } from '@bantam/api'
import { Hono } from 'hono'
import { answerFile } from './answer-file.ts'
import { readBuilt } from './files.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // The reader sets inline styles.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bantam API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="reader"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/open.js"></script>
</html>
`

const open = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reader', deepLinking: true, docExpansion: 'list' })\n`

/** The reader of /openapi.json at `/docs`, from our own server: nothing is fetched from elsewhere. */
export const docsPages = (): Hono => {
  const pages = new Hono()
  let files: ReadonlyMap<string, Encoded> | undefined
  pages.get('/', (c) => {
    c.header('Content-Security-Policy', policy)
    return c.html(page)
  })
  pages.get('/open.js', (c) =>
    c.body(open, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  )
  pages.get('/:file{swagger-ui(-bundle)?\\.(css|js)}', async (c) => {
    files ??= readReader()
    const path = `/${c.req.param('file')}`
    const file = files.get(path)
    return file ? answerFile(c, { file, path }) : c.notFound()
  })
  return pages
}

const readReader = (): ReadonlyMap<string, Encoded> => {
  const folder = dirname(
    createRequire(join(import.meta.dirname, 'docs.js')).resolve('swagger-ui-dist/package.json'),
  )
  const wanted = new Set(['/swagger-ui.css', '/swagger-ui-bundle.js'])
  return new Map([...readBuilt(folder)].filter(([path]) => wanted.has(path)))
}
