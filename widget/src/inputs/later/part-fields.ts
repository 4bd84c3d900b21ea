import type { AddressPart, ContactPart } from '@bantam/schema'
import { partWords } from './part-words.ts'

/** How one part is asked: its words, its keyboard and the browser's suggestion for it. */
export interface PartField {
  readonly label: string
  readonly type: 'text'
  readonly autocomplete: string
  readonly inputMode?: 'email' | 'tel' | 'url'
  readonly autocapitalize?: 'none' | 'words'
  readonly dir?: 'auto' | 'ltr'
  /** Shares its line with a neighbour where there is room. */
  readonly isHalf?: true
}

const text = { type: 'text', dir: 'auto' } as const
/** Addresses and numbers run from left to right in every language. */
const code = { type: 'text', dir: 'ltr', autocapitalize: 'none' } as const

export const contactFields: { readonly [P in ContactPart]: PartField } = {
  firstName: {
    ...text,
    label: partWords.contact.firstName,
    autocomplete: 'given-name',
    isHalf: true,
  },
  lastName: {
    ...text,
    label: partWords.contact.lastName,
    autocomplete: 'family-name',
    isHalf: true,
  },
  email: { ...code, label: partWords.contact.email, autocomplete: 'email', inputMode: 'email' },
  phone: { ...code, label: partWords.contact.phone, autocomplete: 'tel', inputMode: 'tel' },
  company: { ...text, label: partWords.contact.company, autocomplete: 'organization' },
}

export const addressFields: { readonly [P in AddressPart]: PartField } = {
  line1: { ...text, label: partWords.address.line1, autocomplete: 'address-line1' },
  line2: { ...text, label: partWords.address.line2, autocomplete: 'address-line2' },
  city: { ...text, label: partWords.address.city, autocomplete: 'address-level2', isHalf: true },
  region: {
    ...text,
    label: partWords.address.region,
    autocomplete: 'address-level1',
    isHalf: true,
  },
  postalCode: {
    ...code,
    label: partWords.address.postalCode,
    autocomplete: 'postal-code',
    isHalf: true,
  },
  country: {
    ...text,
    label: partWords.address.country,
    autocomplete: 'country-name',
    isHalf: true,
  },
}

export const companyFields: { readonly [P in 'name' | 'domain' | 'size']: PartField } = {
  name: { ...text, label: partWords.company.name, autocomplete: 'organization' },
  domain: { ...code, label: partWords.company.domain, autocomplete: 'off', inputMode: 'url' },
  size: { ...text, label: partWords.company.size, autocomplete: 'off' },
}
