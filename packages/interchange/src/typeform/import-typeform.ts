import { Form } from '@bantam/schema'
import type { Imported } from '../imported.ts'
import { reportOn } from '../report.ts'
import { readDefinition } from './definition.ts'
import { elementsOf } from './elements.ts'
import { formOf } from './form-of.ts'
import { bagOf } from './json.ts'
import { settleLeftovers } from './leftovers.ts'
import { contradictionsIn, whyNoDefinition } from './refusals.ts'

/**
 * Makes a form of a Typeform definition (the JSON that `GET /forms/ID` of its Create API answers).
 * The form asks the same questions in the same order on the same answers; what became of every
 * element of the source (see `elementsOf`) is in the report. Refused whole, with every place and
 * cause, where it is no such definition or contradicts itself; codes: not-a-definition,
 * other-product, malformed, translation-only, nothing-asked, cyclic-group, repeated-ref,
 * missing-target, too-large.
 */
export const importTypeform = (source: unknown): Imported => {
  const why = whyNoDefinition(source)
  if (why.length > 0) return { kind: 'refused', refusals: why }
  const raw = bagOf(source)
  const definition = readDefinition(raw)
  const contradictions = contradictionsIn(definition)
  if (contradictions.length > 0) return { kind: 'refused', refusals: contradictions }

  const elements = elementsOf(raw)
  const report = reportOn(elements)
  const parsed = Form.safeParse(formOf(definition, report))
  if (!parsed.success)
    return {
      kind: 'refused',
      refusals: parsed.error.issues.map(({ path, message }) => ({
        code: 'too-large',
        path: '',
        message: `What it makes is no form: ${path.join('.')}: ${message}.`,
      })),
    }
  settleLeftovers(elements, { raw, report })
  return { kind: 'imported', form: parsed.data, report: report.finish() }
}
