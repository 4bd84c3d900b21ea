import type { Role } from '@bantam/schema'

export const roleNames: { readonly [R in Role]: string } = {
  owner: 'Owner',
  marketer: 'Marketer',
  'sales-manager': 'Sales manager',
  rep: 'Sales rep',
}
