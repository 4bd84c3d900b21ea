import type { Form, QuestionKind } from '@bantam/schema'
import type { ComponentChild } from 'preact'
import { Consent } from './Consent.tsx'
import { Dropdown } from './Dropdown.tsx'
import type { firstInputs } from './first-inputs.ts'
import type { InputProps, Inputs } from './input.ts'
import { createLaterInputs, type LaterKind } from './later-inputs.ts'
import { LongText } from './LongText.tsx'
import { Steps } from './Steps.tsx'
import { TextInput } from './TextInput.tsx'

type Input = (props: InputProps) => ComponentChild

/** Light inputs: they come while the first question is being read. */
const light: Omit<Inputs, keyof typeof firstInputs | LaterKind> = {
  'long-text': LongText,
  website: TextInput,
  dropdown: Dropdown,
  rating: Steps,
  scale: Steps,
  consent: Consent,
}

/** The inputs of every kind that a form cannot begin with: the light ones, and the others as they arrive. */
export const createMoreInputs = (
  form: Form,
  watch: Parameters<typeof createLaterInputs>[1],
): ((kind: QuestionKind) => Input) => {
  const later = createLaterInputs(form, watch)
  // Both tables pair a kind with the input that takes its question.
  return (kind) => (light[kind as keyof typeof light] as Input) ?? later(kind as LaterKind)
}
