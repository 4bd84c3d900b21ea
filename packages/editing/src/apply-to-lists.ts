import type { Form } from '@bantam/schema'
import type { Appliers } from './appliers.ts'
import { fieldName, shape } from './check.ts'
import { calculationChecks, consentChecks } from './form-checks.ts'
import { withChanged, withInserted, withMoved, without } from './list.ts'
import { withRenamed } from './with-renamed.ts'
import { withField } from './with-field.ts'

type Lists = 'hidden' | 'calculations' | 'consents'
type Item<L extends Lists> = NonNullable<Form[L]>[number]

/** Hidden fields, calculations and consent texts: lists that a form has when they hold something. */
export const applyToLists: Appliers<
  | 'addHidden'
  | 'removeHidden'
  | 'renameHidden'
  | 'moveHidden'
  | 'addCalculation'
  | 'setCalculation'
  | 'removeCalculation'
  | 'renameCalculation'
  | 'moveCalculation'
  | 'addConsent'
  | 'setConsent'
  | 'removeConsent'
  | 'moveConsent'
> = {
  addHidden: (form, { name, before }) =>
    onHidden(form, (list) =>
      fieldName(name) ? withInserted(list, { item: { id: name }, before }) : list,
    ),
  removeHidden: (form, { name }) => onHidden(form, (list) => without(list, name)),
  renameHidden: (form, { name, to }) =>
    fieldName(to) && form.hidden?.includes(name) && !form.hidden.includes(to)
      ? withRenamed(form, { kind: 'hidden', from: name, to })
      : form,
  moveHidden: (form, { name, before }) =>
    onHidden(form, (list) => withMoved(list, { id: name, before })),
  addCalculation: (form, { calculation, before }) =>
    onList(form, 'calculations', (list) =>
      shape(calculationChecks)(calculation)
        ? withInserted(list, { item: calculation, before })
        : list,
    ),
  setCalculation: (form, { id, field, value }) =>
    onList(form, 'calculations', (list) =>
      withChanged(list, {
        id,
        change: (each) => withField(each, { field, value, checks: calculationChecks }),
      }),
    ),
  removeCalculation: (form, { id }) => onList(form, 'calculations', (list) => without(list, id)),
  renameCalculation: (form, { id, to }) => {
    const ids = (form.calculations ?? []).map((each) => each.id)
    return calculationChecks.id(to) && ids.includes(id) && !ids.includes(to)
      ? withRenamed(form, { kind: 'calculation', from: id, to })
      : form
  },
  moveCalculation: (form, { id, before }) =>
    onList(form, 'calculations', (list) => withMoved(list, { id, before })),
  addConsent: (form, { consent, before }) =>
    onConsents(form, (list) =>
      shape(consentChecks)(consent)
        ? withInserted(list, { item: { ...consent, id: consent.purpose }, before })
        : list,
    ),
  setConsent: (form, { purpose, field, value }) =>
    onConsents(form, (list) =>
      withChanged(list, {
        id: purpose,
        change: (each) => withField(each, { field, value, checks: wording }),
      }),
    ),
  removeConsent: (form, { purpose }) => onConsents(form, (list) => without(list, purpose)),
  moveConsent: (form, { purpose, before }) =>
    onConsents(form, (list) => withMoved(list, { id: purpose, before })),
}

/** The purpose is what a consent is known by. */
const { purpose: _purpose, ...wording } = consentChecks

const onList = <L extends Lists>(
  form: Form,
  name: L,
  ...[change]: [change: (list: readonly Item<L>[]) => readonly Item<L>[]]
): Form => {
  const before: readonly Item<L>[] = form[name] ?? []
  const after = change(before)
  if (after === before) return form
  const { [name]: _, ...rest } = form
  return after.length === 0 ? (rest as Form) : { ...form, [name]: [...after] }
}

/** Hidden fields are their names. */
const onHidden = (
  form: Form,
  change: (list: readonly { id: string }[]) => readonly { id: string }[],
): Form =>
  onList(form, 'hidden', (names) => {
    const before = names.map((id) => ({ id }))
    const after = change(before)
    return after === before ? names : after.map(({ id }) => id)
  })

type Named = Item<'consents'> & { readonly id: string }

/** Consent texts are known by their purpose. */
const onConsents = (form: Form, change: (list: readonly Named[]) => readonly Named[]): Form =>
  onList(form, 'consents', (texts) => {
    const before = texts.map((each) => ({ ...each, id: each.purpose }))
    const after = change(before)
    return after === before ? texts : after.map(({ id: _id, ...each }) => each)
  })
