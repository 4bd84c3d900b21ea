import type { QuestionKind } from '@bantam/schema'
import { Company } from './Company.tsx'
import { Consent } from './Consent.tsx'
import { Dropdown } from './Dropdown.tsx'
import { Steps } from './Steps.tsx'
import type { firstInputs } from './first-inputs.ts'
import type { Inputs } from './input.ts'

/** The other kinds: they come while the first question is being read. */
export const moreInputs: Pick<Inputs, Exclude<QuestionKind, keyof typeof firstInputs>> = {
  dropdown: Dropdown,
  rating: Steps,
  scale: Steps,
  company: Company,
  consent: Consent,
}
