import type { Question } from '@bantam/schema'

/** The browser's autofill token for what a question asks, by its kind or the property it fills. */
export const autocompleteOf = ({ kind, property = '' }: Question): string =>
  kinds[kind] ?? properties[property.toLowerCase()] ?? 'on'

const kinds: { readonly [kind: string]: string } = { email: 'email', phone: 'tel', website: 'url' }

const properties: { readonly [property: string]: string } = {
  name: 'name',
  fullname: 'name',
  firstname: 'given-name',
  lastname: 'family-name',
  jobtitle: 'organization-title',
  company: 'organization',
  country: 'country-name',
  website: 'url',
}
