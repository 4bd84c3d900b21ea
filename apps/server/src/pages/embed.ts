import {
  encodedBody,
  publishedBody,
  type Directory,
  type Encoded,
  type FormVersion,
} from '@bantam/api'
import { firstWordsOf } from '@bantam/widget/first-words'
import type { Handler } from 'hono'
import { answerFile } from './answer-file.ts'

/**
 * `/embed/FORM.js`: loader, first chunk and the published form in one response, so that a page's first question costs
 * one round trip. A version never changes, so each is filled in once.
 */
export const embed = ({
  directory,
  template,
  countView,
}: {
  directory: Directory
  template: Encoded | undefined
  countView: (form: FormVersion) => void
}): Handler => {
  const [before = '', after = ''] = Buffer.from(template?.body ?? [])
    .toString('utf8')
    .split('PUBLISHED')
  const filled = new WeakMap<FormVersion, Encoded>()
  const fileOf = (form: FormVersion): Encoded => {
    const known = filled.get(form)
    if (known) return known
    const text =
      before + Buffer.from(publishedBody(form, firstWordsOf).body).toString('utf8') + after
    const file = encodedBody(Buffer.from(text), 'text/javascript; charset=utf-8')
    filled.set(form, file)
    return file
  }
  return async (c, next) => {
    const [, id] = /^(.+)\.js$/.exec(c.req.param('file') ?? '') ?? []
    const published = id === undefined ? undefined : await directory.form(id)
    const form = published && (await directory.version(published, published.version))
    if (!form) return next()
    countView(form)
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    // Not the form's own address: an id may look like a hash, and what stands here changes with every publish.
    return answerFile(c, { file: fileOf(form), path: '/embed.js' })
  }
}
