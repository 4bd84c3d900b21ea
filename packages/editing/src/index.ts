export { applyEdit } from './apply.ts'
export { changedPlace, differencesBetween, type Difference, type Place } from './difference.ts'
export { mergeKeyOf, type Edit, type EditType } from './edit.ts'
export { begin, record, redo, settle, undo, type History } from './history.ts'
