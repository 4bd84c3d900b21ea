import type { Ending, Form } from '@bantam/schema'
import type { Appliers } from './appliers.ts'
import { shape } from './check.ts'
import { endingChecks } from './form-checks.ts'
import { withChanged, withInserted, withMoved, without } from './list.ts'
import { withField } from './with-field.ts'

export const applyToEndings: Appliers<'addEnding' | 'setEnding' | 'removeEnding' | 'moveEnding'> = {
  addEnding: (form, { ending, before }) =>
    onEndings(form, (all) =>
      shape(endingChecks)(ending) ? withInserted(all, { item: ending, before }) : all,
    ),
  setEnding: (form, { id, field, value }) =>
    onEndings(form, (all) =>
      withChanged(all, {
        id,
        change: (ending) => withField(ending, { field, value, checks: endingChecks }),
      }),
    ),
  removeEnding: (form, { id }) =>
    onEndings(form, (all) => (all.length === 1 ? all : without(all, id))),
  moveEnding: (form, { id, before }) => onEndings(form, (all) => withMoved(all, { id, before })),
}

const onEndings = (form: Form, change: (endings: readonly Ending[]) => readonly Ending[]): Form => {
  const endings = change(form.endings)
  return endings === form.endings ? form : { ...form, endings: [...endings] }
}
