import type { Definitions, FormVersion } from './directory.ts'
import type { Prepared } from './prepared.ts'
import { valuesSaid } from './values-said.ts'
import { Written } from './written.ts'

/**
 * A prepared submission on its way to another thread: compiled definitions cannot travel, so they are looked up again on
 * the other side, and what was said is a text already.
 */
type Crossing = Omit<Prepared, 'form' | 'definitions' | 'said' | 'values'> & {
  readonly form: { readonly workspaceId: string; readonly formId: string; readonly version: number }
}

/** As texts, which cross at a fraction of what a tree costs. */
export const leave = (one: Prepared): readonly [rest: string, said: string] => [
  JSON.stringify(crossing(one)),
  one.said.text,
]

/** The same submission on the other side, where `find` gives the definitions that it was prepared with. */
export const arrive = async (
  [rest, said]: readonly [rest: string, said: string],
  find: (form: Crossing['form']) => Promise<{ form: FormVersion; definitions: Definitions }>,
): Promise<Prepared> => {
  const one = JSON.parse(rest) as Crossing
  const written = Written.text<Prepared['said']['value']>(said)
  const { form, definitions } = await find(one.form)
  const { compiled } = form
  return Object.assign(one, {
    form,
    definitions,
    said: written,
    values: () => valuesSaid(compiled, written.value, one.calculations),
  })
}

/** Spelled out because this is the hot path: leaving members out of a record this wide copies it member by member. */
const crossing = (one: Prepared): Crossing => ({
  form: {
    workspaceId: one.form.workspaceId,
    formId: one.form.formId,
    version: one.form.version,
  },
  key: one.key,
  fingerprint: one.fingerprint,
  conversationId: one.conversationId,
  visitorHash: one.visitorHash,
  signals: one.signals,
  ending: one.ending,
  language: one.language,
  startTouch: one.startTouch,
  uploads: one.uploads,
  calculations: one.calculations,
  asked: one.asked,
  visitorValues: one.visitorValues,
  newProperties: one.newProperties,
  email: one.email,
  name: one.name,
  company: one.company,
  judged: one.judged,
})
