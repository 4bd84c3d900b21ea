import type { Edit } from '@bantam/editing'
import { usersOf, type Thing, type Uses } from '@bantam/engine'
import type { Editor } from './editor.ts'

/** Something that a person wants gone although others use it. */
export interface Removal {
  readonly thing: Thing
  /** Its name in the question that is put to them. */
  readonly title: string
  readonly uses: Uses
  /** What removes it. */
  readonly edit: Edit
  /** Called once it is gone. */
  readonly after?: (() => void) | undefined
}

/** Removes a thing, and first asks when others use it. Returns whether it is gone already. */
export const removeUnlessUsed = (editor: Editor, wanted: Omit<Removal, 'uses'>): boolean => {
  const uses = usersOf(editor.form.peek(), { thing: wanted.thing })
  if (uses.users.length > 0) {
    editor.ask({ ...wanted, uses })
    return false
  }
  editor.dispatch(wanted.edit)
  wanted.after?.()
  return true
}

/** Removes it after all: alone, or with the rules that use it, as one step. */
export const remove = (
  editor: Editor,
  { removal, isAlone }: { removal: Removal; isAlone: boolean },
): void => {
  const { uses, edit, after } = removal
  const edits = isAlone ? [] : (uses.repair?.edits ?? [])
  editor.ask(undefined)
  editor.settle()
  editor.dispatch({ type: 'batch', edits: [...edits, edit] })
  after?.()
}
