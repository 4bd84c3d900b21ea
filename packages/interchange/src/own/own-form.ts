import { Form, upgradeForm } from '@bantam/schema'
import type { Imported, ImportRefusal } from '../imported.ts'
import { pointerTo, reportOn, type Element } from '../report.ts'
import { sourceOf, sourceWords } from '../source-of.ts'

/** A form as a file that `importForm` reads back as the same form. */
export const exportForm = (form: Form): string => `${JSON.stringify(form, undefined, 2)}\n`

/**
 * Reads a form that was exported, of this version or an earlier one; everything in it is kept. A
 * document that is of another product, does not parse or leads nowhere is refused with every place.
 */
export const importForm = (document: unknown): Imported => {
  const source = sourceOf(document)
  if (source !== 'bantam')
    return refused([
      {
        code: source === undefined ? 'not-a-definition' : 'other-product',
        path: '',
        message: source
          ? `This is no form of this product but ${sourceWords[source]}.`
          : 'This is no form of this product: it has no lists "questions" and "endings".',
      },
    ])
  const upgraded = upgradeForm(document)
  if (upgraded.kind === 'refused')
    return refused([
      {
        code: upgraded.code,
        path: '/schema',
        message: `The form cannot be read: ${upgraded.message}.`,
      },
    ])
  const parsed = Form.safeParse(upgraded.document)
  if (!parsed.success)
    return refused(
      parsed.error.issues.map(({ path, message }) => ({
        code: message.endsWith('is used twice') ? 'repeated-id' : 'malformed',
        path: pointerTo('', ...path.map(String)),
        message: `${path.map(String).join('.') || 'The document'}: ${message}.`,
      })),
    )
  const dangling = danglingIn(parsed.data)
  if (dangling.length > 0) return refused(dangling)
  const elements = elementsOf(parsed.data)
  const report = reportOn(elements)
  for (const { path } of elements) report.keep(path)
  return { kind: 'imported', form: parsed.data, report: report.finish() }
}

const refused = (refusals: readonly ImportRefusal[]): Imported => ({ kind: 'refused', refusals })

/** Jumps to questions and endings that the form does not have. */
const danglingIn = ({ questions, endings }: Form): readonly ImportRefusal[] => {
  const targets = new Set([
    ...questions.map(({ id }) => `question:${id}`),
    ...endings.map(({ id }) => `ending:${id}`),
  ])
  return questions.flatMap(({ jumps = [] }, at) =>
    jumps.flatMap(({ to }, place) =>
      targets.has(to)
        ? []
        : [
            {
              code: 'missing-target',
              path: pointerTo('/questions', at, 'jumps', place, 'to'),
              message: `It leads to ${to}, which is not in this form.`,
            },
          ],
    ),
  )
}

/** Questions, endings, calculations, consents and hidden fields one by one, all else by its key. */
const elementsOf = (form: Form): readonly Element[] =>
  Object.entries(form).flatMap(([key, value]): readonly Element[] => {
    const path = pointerTo('', key)
    const what = Object.hasOwn(entries, key) ? entries[key] : undefined
    if (what === undefined || !Array.isArray(value)) return [{ what: 'key', name: key, path }]
    return value.map((entry: unknown, at) => ({
      what,
      name: nameOf(entry),
      path: pointerTo(path, at),
    }))
  })

const entries: { readonly [key: string]: string } = {
  questions: 'question',
  endings: 'ending',
  calculations: 'calculation',
  consents: 'consent',
  hidden: 'hidden field',
}

const nameOf = (entry: unknown): string => {
  if (typeof entry !== 'object' || entry === null) return String(entry)
  const named = entry as {
    readonly title?: string
    readonly id?: string
    readonly purpose?: string
  }
  return named.title || named.id || named.purpose || ''
}
