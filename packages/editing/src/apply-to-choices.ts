import type { Choice, Form } from '@bantam/schema'
import type { Appliers } from './appliers.ts'
import { partOf } from './check.ts'
import { withChanged, withInserted, withMoved, without } from './list.ts'
import { onQuestion } from './on-question.ts'
import { questionChecks } from './question-checks.ts'
import { withField } from './with-field.ts'

export const applyToChoices: Appliers<
  | 'addChoice'
  | 'setChoiceLabel'
  | 'removeChoice'
  | 'moveChoice'
  | 'setChoiceImage'
  | 'setChoiceAlt'
  | 'addRow'
  | 'setRowLabel'
  | 'removeRow'
  | 'moveRow'
> = {
  addChoice: (form, { id, choice, before }) =>
    onItems(form, { id, list: 'choices' }, (all) => withInserted(all, { item: choice, before })),
  setChoiceLabel: (form, { id, choice, label }) =>
    onItems(form, { id, list: 'choices' }, withText(choice, 'label', label)),
  removeChoice: (form, { id, choice }) =>
    onItems(form, { id, list: 'choices' }, (all) => without(all, choice)),
  moveChoice: (form, { id, choice, before }) =>
    onItems(form, { id, list: 'choices' }, (all) => withMoved(all, { id: choice, before })),
  setChoiceImage: (form, { id, choice, image }) =>
    onItems(form, { id, list: 'choices' }, withText(choice, 'image', image)),
  setChoiceAlt: (form, { id, choice, alt }) =>
    onItems(form, { id, list: 'choices' }, withText(choice, 'alt', alt)),
  addRow: (form, { id, row, before }) =>
    onItems(form, { id, list: 'rows' }, (all) => withInserted(all, { item: row, before })),
  setRowLabel: (form, { id, row, label }) =>
    onItems(form, { id, list: 'rows' }, withText(row, 'label', label)),
  removeRow: (form, { id, row }) => onItems(form, { id, list: 'rows' }, (all) => without(all, row)),
  moveRow: (form, { id, row, before }) =>
    onItems(form, { id, list: 'rows' }, (all) => withMoved(all, { id: row, before })),
}

/** The list is judged as a whole, so that each kind's own rules hold: how many, and whether with pictures. */
const onItems = (
  form: Form,
  { id, list }: { id: string; list: 'choices' | 'rows' },
  ...[change]: [change: (items: readonly Choice[]) => readonly Choice[]]
): Form =>
  onQuestion(form, id, (question) => {
    const items: unknown = partOf(question, list)
    if (!Array.isArray(items)) return question
    const checks = questionChecks[question.kind]
    return withField(question, { field: list, value: change(items), checks })
  })

const withText =
  (id: string, name: 'label' | 'image' | 'alt', ...[text]: [text: string]) =>
  (items: readonly Choice[]): readonly Choice[] =>
    withChanged<Choice>(items, {
      id,
      change: ({ ...choice }) =>
        withField<Choice & { image?: string; alt?: string }>(choice, {
          field: name,
          value: text,
          checks: { label: isText, image: isTextOrAbsent, alt: isTextOrAbsent },
        }),
    })

const isText = (value: unknown) => typeof value === 'string'
const isTextOrAbsent = (value: unknown) => value === undefined || isText(value)
