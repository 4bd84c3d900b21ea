import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

interface Answer {
  readonly type: string
  readonly body: string | Buffer
}

/** What the website answers for an address; nothing where it has nothing. */
export type Answers = (url: URL) => Answer | undefined

export interface Site {
  readonly url: string
  /** Until then it has no pages, only its address. */
  open(answers: Answers): void
  stop(): Promise<void>
}

/** A website on this machine alone. */
export const startSite = async (): Promise<Site> => {
  let answers: Answers = () => undefined
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const answer = answers(url) ?? fixtures(url)
    response
      .writeHead(answer ? 200 : 404, { 'content-type': answer?.type ?? 'text/plain' })
      .end(answer?.body ?? 'There is nothing here.')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    open(given) {
      answers = given
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const page = (body: string): Answer => ({ type: 'text/html; charset=utf-8', body })

/** What the forms point at: pictures, a calendar, a file, another page; and what the pages are dressed in. */
const fixtures: Answers = ({ pathname }) => {
  const [, picture = ''] = /^\/pictures\/(\w+)\.svg$/.exec(pathname) ?? []
  const body = pictures[picture]
  return body ? { type: 'image/svg+xml', body } : files[pathname]?.()
}

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)))

const small = (title: string, body = '') =>
  page(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/gallery.css"><body><h1>${title}</h1>${body}`,
  )

const times = ['09:00', '09:30', '11:00', '13:30', '14:00', '16:30']

const files: { readonly [path: string]: () => Answer } = {
  '/gallery.css': () => ({ type: 'text/css', body: read('gallery.css') }),
  '/inter.woff2': () => ({
    type: 'font/woff2',
    body: read('../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  }),
  '/calendar': () =>
    small(
      'Thursday',
      `<p class="about">Half an hour, by video.</p><div class="calendar">${times.map((time) => `<button type="button">${time}</button>`).join('')}</div>`,
    ),
  '/welcome': () => small('Welcome', '<p><a href="/">Back to the gallery</a></p>'),
  '/guide.txt': () => ({ type: 'text/plain; charset=utf-8', body: 'Begin with one question.\n' }),
}

const picture = (ground: string, shapes: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300"><rect width="400" height="300" fill="${ground}"/>${shapes}</svg>`

const pictures: { readonly [name: string]: string } = {
  open: picture(
    '#dbe7e4',
    [80, 150, 220]
      .flatMap((top) =>
        [60, 170, 280].map(
          (left) => `<rect x="${left}" y="${top}" width="70" height="34" rx="6" fill="#3b7a6d"/>`,
        ),
      )
      .join(''),
  ),
  rooms: picture(
    '#f1e6d6',
    '<path d="M200 40v220M40 150h320M40 40h320v220H40z" fill="none" stroke="#a8743a" stroke-width="10"/>',
  ),
  home: picture(
    '#dfe3f2',
    '<path d="M90 160 200 70l110 90v90H90z" fill="#5262a8"/><rect x="175" y="180" width="50" height="70" fill="#dfe3f2"/>',
  ),
}
