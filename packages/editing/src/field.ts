import type { Form, Question, QuestionKind, QuestionOf } from '@bantam/schema'

/** What has edits of its own, or never changes. */
type Apart = 'id' | 'kind' | 'choices' | 'rows' | 'showIf' | 'jumps'

/** The names one may set: `placeholder`, and one level down `validation.max`. */
type FieldsOf<T, Left = never> = {
  [F in Exclude<keyof T, Left> & string]-?: NonNullable<T[F]> extends readonly unknown[]
    ? F
    : NonNullable<T[F]> extends object
      ? `${F}.${Known<NonNullable<T[F]>>}`
      : F
}[Exclude<keyof T, Left> & string]

type Known<T> = string extends keyof T ? never : keyof T & string

/** What stands under that name, in any of the shapes that have it. */
type ValueAt<T, F extends string> = T extends unknown
  ? F extends `${infer Outer}.${infer Inner}`
    ? Outer extends keyof T
      ? At<NonNullable<T[Outer]>, Inner>
      : never
    : At<T, F>
  : never
type At<T, F extends string> = F extends keyof T ? NonNullable<T[F]> : never

export type QuestionField = { [K in QuestionKind]: FieldsOf<QuestionOf<K>, Apart> }[QuestionKind]

/** The type of each field's value, such as `boolean` for `validation.business`. */
export type QuestionFields = { readonly [F in QuestionField]: ValueAt<Question, F> }

type FormPart = Pick<Form, 'title' | 'language' | 'touchpoint' | 'profiling'>
export type FormField = FieldsOf<FormPart>
export type FormFields = { readonly [F in FormField]: ValueAt<FormPart, F> }

type EndingPart = Omit<Form['endings'][number], 'id'>
export type EndingField = FieldsOf<EndingPart>
export type EndingFields = { readonly [F in EndingField]: ValueAt<EndingPart, F> }

/** One of the fields with a value for it; `undefined`, or an emptied text, takes it out of the document. */
export type Setting<Fields> = {
  [F in keyof Fields]: { field: F; value: Fields[F] | undefined }
}[keyof Fields]
