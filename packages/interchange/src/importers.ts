import type { Imported } from './imported.ts'
import { importForm } from './own/own-form.ts'
import { importSurveyJs } from './surveyjs/import-surveyjs.ts'
import { importTypeform } from './typeform/import-typeform.ts'

/** Products whose definitions can be imported. */
export type Importable = 'bantam' | 'typeform' | 'surveyjs'

/** By product, the way from its definition to a form. Each takes any parsed JSON and never throws. */
export const importers: { readonly [S in Importable]: (document: unknown) => Imported } = {
  bantam: importForm,
  typeform: importTypeform,
  surveyjs: importSurveyJs,
}
