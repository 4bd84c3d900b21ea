import { publicForm } from '@bantam/engine'
import { encodedBody, type Encoded } from '../encoded.ts'
import type { FormVersion } from '../intake/directory.ts'

const made = new WeakMap<FormVersion, Encoded>()

/** What browsers get for a form version; versions never change, so it is written and compressed once. */
export const publishedBody = (form: FormVersion): Encoded => {
  const known = made.get(form)
  if (known) return known
  const { formId, version, definition } = form
  const text = JSON.stringify({ formId, version, definition: publicForm(definition) })
  const body = encodedBody(Buffer.from(text), 'application/json')
  made.set(form, body)
  return body
}
