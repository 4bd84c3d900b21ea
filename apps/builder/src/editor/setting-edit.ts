import type { Edit } from '@bantam/editing'

/** Sets what a field's name says; a value that does not suit the field makes an edit that does not apply. */
export const settingEdit = (id: string, change: { field: string; value: unknown }) =>
  ({ type: 'setQuestion', id, ...change }) as Edit<'setQuestion'>
