import { Form } from '@bantam/schema'
import type { Imported } from '../imported.ts'
import { bagOf } from '../typeform/json.ts'
import { elementsOf } from './elements.ts'
import { formOf } from './form-of.ts'
import { whyNot } from './leftovers.ts'
import { ledgerOf } from './ledger.ts'
import { contradictionsIn, whyNoSurvey } from './refusals.ts'
import { readSurvey } from './survey.ts'

/**
 * Turns a SurveyJS definition into a form whose conversations ask what SurveyJS would show to someone
 * who goes through it once from the first question to the last. The report says of every element
 * whether it was kept, changed or dropped, and why.
 */
export const importSurveyJs = (source: unknown): Imported => {
  const foreign = whyNoSurvey(source)
  if (foreign.length > 0) return { kind: 'refused', refusals: foreign }
  const survey = readSurvey(bagOf(source))
  const contradictions = contradictionsIn(survey)
  if (contradictions.length > 0) return { kind: 'refused', refusals: contradictions }
  const report = ledgerOf(elementsOf(survey.raw), whyNot)
  const parsed = Form.safeParse(formOf(survey, report))
  if (parsed.success) return { kind: 'imported', form: parsed.data, report: report.finish() }
  const refusals = parsed.error.issues.map(({ path, message }) => ({
    code: 'not-a-form',
    path: '',
    message: `No form can be made of it: ${path.join('.')}: ${message}.`,
  }))
  return { kind: 'refused', refusals }
}
