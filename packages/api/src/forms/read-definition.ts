import { importers, sourceOf, type Importable, type Imported } from '@bantam/interchange'
import { Problem, wordsFor } from '../problems.ts'

type Definition = Extract<Imported, { kind: 'imported' }> & { readonly from: Importable }

/**
 * A definition as a form; its product is found out when it is not said. Throws 422 invalid-document
 * with every place; paths begin with `document`.
 */
export const readDefinition = (document: unknown, said: Importable | undefined): Definition => {
  const from = said ?? importable(document)
  const result = importers[from](document)
  if (result.kind === 'imported') return { ...result, from }
  throw refusal(
    result.refusals.map(({ code, path, message }) => ({
      code,
      message,
      path: `document${dotted(path)}`,
    })),
  )
}

const importable = (document: unknown): Importable => {
  const source = sourceOf(document)
  if (source === 'bantam' || source === 'typeform' || source === 'surveyjs') return source
  throw refusal([
    {
      path: 'document',
      code: 'unknown-source',
      message:
        'This is no definition that can be imported: export the form as JSON from Typeform or SurveyJS, or from this product.',
    },
  ])
}

const refusal = (errors: readonly { path: string; code: string; message: string }[]) =>
  new Problem('invalid-document', wordsFor(errors), { errors })

/** `/pages/0/a~1b` as `.pages.0.a/b`. */
const dotted = (pointer: string): string =>
  pointer.replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~')
