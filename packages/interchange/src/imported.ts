import type { Form } from '@bantam/schema'
import type { Report } from './report.ts'

/** What an import comes to: a form that parses and the fate of every element, or all causes why not. */
export type Imported =
  | { readonly kind: 'imported'; readonly form: Form; readonly report: Report }
  | { readonly kind: 'refused'; readonly refusals: readonly ImportRefusal[] }

/**
 * Why a definition cannot be imported: a stable code, the JSON pointer of the place ('' is the whole
 * document), and what is wrong there and what to do, in words.
 */
export interface ImportRefusal {
  readonly code: string
  readonly path: string
  readonly message: string
}
