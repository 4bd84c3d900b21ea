import { cut } from '../cut.ts'
import type { ReportBuilder } from '../report.ts'

/** The form's own name of what a text recalls; undefined when the form has nothing of it. */
export type RecallName = (kind: string, name: string) => string | undefined

/** A text of the source as ours; `path` is the element it belongs to, `most` its limit in characters. */
export type Words = (
  text: string,
  where: { readonly path: string; readonly most: number },
) => string

/** Rewrites recall, takes out the marks of bold and italic and cuts what is too long, each reported. */
export const wordsFor =
  (report: ReportBuilder, recallName: RecallName): Words =>
  (text, { path, most }) => {
    const plain = text.replaceAll(marks, '$1$3')
    if (plain !== text) report.change(path, 'The marks of bold and italic were taken out.')
    const recalling = plain.replaceAll(
      /\{\{\s*(field|hidden|var)\s*:([^{}|]*)\}\}/g,
      (_, kind: string, name: string) => {
        const ours = recallName(kind, name.trim())
        if (ours !== undefined) return `{{${ours}}}`
        report.change(path, `It recalled ${kind} "${name.trim()}", which the form does not have.`)
        return ''
      },
    )
    if (recalling.length <= most) return recalling
    report.change(path, `It was cut to ${most} characters.`)
    return cut(recalling, most)
  }

/** `*bold*` and `_italic_`, not `5 * 3 * 2` and not `snake_case_name`. */
const marks = /(^|[^\p{L}\p{N}*_{:])([*_])(\S(?:[^*_\n]*\S)?)\2(?![\p{L}\p{N}*_])/gu
