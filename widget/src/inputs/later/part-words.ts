/** What the parts of a contact, an address and a company are called. */
export const partWords = {
  contact: {
    firstName: 'First name',
    lastName: 'Last name',
    email: 'Email',
    phone: 'Phone',
    company: 'Company',
  },
  address: {
    line1: 'Address',
    line2: 'Address, second line',
    city: 'City',
    region: 'State or region',
    postalCode: 'Postal code',
    country: 'Country',
  },
  company: { name: 'Company name', domain: 'Website', size: 'Number of employees' },
}
