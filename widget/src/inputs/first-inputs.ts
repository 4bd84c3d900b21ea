import { Options } from './Options.tsx'
import { TextInput } from './TextInput.tsx'

/** The kinds a form usually begins with: they come with the first chunk. */
export const firstInputs = {
  'short-text': TextInput,
  email: TextInput,
  phone: TextInput,
  number: TextInput,
  'single-choice': Options,
  'multiple-choice': Options,
  'yes-no': Options,
  date: TextInput,
  statement: () => null,
}
