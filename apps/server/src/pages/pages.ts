import { join } from 'node:path'
import type { Directory, FormVersion } from '@bantam/api'
import { Hono } from 'hono'
import { answerFile } from './answer-file.ts'
import { readBuilt } from './files.ts'
import { docsPages } from './docs.ts'
import { embed } from './embed.ts'
import { fullPage } from './full-page.ts'
import { tryPage, tryStyle } from './try-page.ts'

const appPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  // A form tried out as a website would show it.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Everything that is not the API: the two apps, the widget's files, the full page of a form and the reader of the API. */
export const createPages = ({
  root,
  directory,
  countView,
}: {
  root: string
  directory: Directory
  countView: (form: FormVersion) => void
}): Hono => {
  const builder = readBuilt(join(root, 'apps/builder/dist'))
  const inbox = readBuilt(join(root, 'apps/inbox/dist'))
  const widget = readBuilt(join(root, 'widget/dist'))
  const pages = new Hono()

  pages.use(async (c, next) => {
    await next()
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'strict-origin-when-cross-origin')
  })
  pages.get('/docs/', (c) => c.redirect('/docs', 301))
  pages.route('/docs', docsPages())
  pages.get('/f/:slug', fullPage({ directory, template: widget.get('/page.html') }))
  pages.get('/try/:form', tryPage(directory))
  pages.get('/try.css', (c) => c.body(tryStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  pages.get('/embed/:file', embed({ directory, template: widget.get('/embed.js'), countView }))
  pages.get('/embed.js', (c) => c.notFound())
  pages.get('*', async (c) => {
    const path = decodePath(c.req.path)
    const shared = widget.get(path)
    if (shared) {
      c.header('Access-Control-Allow-Origin', '*')
      c.header('Cross-Origin-Resource-Policy', 'cross-origin')
      return answerFile(c, { file: shared, path })
    }
    const isInbox = path === '/inbox' || path.startsWith('/inbox/')
    const app = isInbox ? inbox : builder
    const file = app.get(isInbox ? path.slice('/inbox'.length) : path)
    if (file && !file.type.startsWith('text/html')) return answerFile(c, { file, path })
    // The apps' own addresses have no extension: what looks like a file and is none is not there.
    const page = /\.\w+$/.test(path) ? undefined : app.get('/index.html')
    if (!page) return c.notFound()
    c.header('Content-Security-Policy', appPolicy)
    c.header('X-Frame-Options', 'DENY')
    return answerFile(c, { file: page, path: '/index.html' })
  })
  pages.notFound((c) => c.text('There is nothing at this address.', 404))
  return pages
}

const decodePath = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
