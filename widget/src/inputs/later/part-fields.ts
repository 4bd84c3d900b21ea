import type { AddressPart, ContactPart } from '@bantam/schema'

/** How one part is asked: its keyboard and the browser's suggestion for it. */
export interface PartField {
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
    autocomplete: 'given-name',
    isHalf: true,
  },
  lastName: {
    ...text,
    autocomplete: 'family-name',
    isHalf: true,
  },
  email: { ...code, autocomplete: 'email', inputMode: 'email' },
  phone: { ...code, autocomplete: 'tel', inputMode: 'tel' },
  company: { ...text, autocomplete: 'organization' },
}

export const addressFields: { readonly [P in AddressPart]: PartField } = {
  line1: { ...text, autocomplete: 'address-line1' },
  line2: { ...text, autocomplete: 'address-line2' },
  city: { ...text, autocomplete: 'address-level2', isHalf: true },
  region: {
    ...text,
    autocomplete: 'address-level1',
    isHalf: true,
  },
  postalCode: {
    ...code,
    autocomplete: 'postal-code',
    isHalf: true,
  },
  country: {
    ...text,
    autocomplete: 'country-name',
    isHalf: true,
  },
}

export const companyFields: { readonly [P in 'name' | 'domain' | 'size']: PartField } = {
  name: { ...text, autocomplete: 'organization' },
  domain: { ...code, autocomplete: 'off', inputMode: 'url' },
  size: { ...text, autocomplete: 'off' },
}
