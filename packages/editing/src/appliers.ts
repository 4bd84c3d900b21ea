import type { Form } from '@bantam/schema'
import type { Edit, EditType } from './edit.ts'

/** One function per edit, so that an edit without one does not compile. */
export type Appliers<T extends EditType> = {
  readonly [K in T]: (form: Form, edit: Edit<K>) => Form
}
