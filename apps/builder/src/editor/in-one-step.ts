import type { Edit } from '@bantam/editing'
import type { Editor } from './editor.ts'

/** Makes an edit a step of its own, which one undo takes back, however much like the last one it is. */
export const inOneStep = (editor: Editor, edit: Edit): void => {
  editor.settle()
  editor.dispatch(edit)
  editor.settle()
}
