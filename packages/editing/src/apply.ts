import type { Form } from '@bantam/schema'
import type { Appliers } from './appliers.ts'
import { applyToChoices } from './apply-to-choices.ts'
import { applyToEndings } from './apply-to-endings.ts'
import { applyToForm } from './apply-to-form.ts'
import { applyToLists } from './apply-to-lists.ts'
import { applyToQuestions } from './apply-to-questions.ts'
import type { Edit, EditType } from './edit.ts'

/**
 * The form after the edit. Total: an edit that does not apply (an unknown id, a text too long, the
 * last choice removed) returns the very same form, so `===` tells whether anything happened. A valid
 * form stays valid.
 */
export const applyEdit = <T extends EditType>(form: Form, edit: Edit<T>): Form =>
  appliers[edit.type](form, edit)

const appliers: Appliers<EditType> = {
  batch: (form, { edits }) => edits.reduce<Form>(applyEdit, form),
  ...applyToForm,
  ...applyToLists,
  ...applyToQuestions,
  ...applyToChoices,
  ...applyToEndings,
}
