import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

/** E.164 of a number in any writing, or undefined when it cannot be one. `country` is assumed when none is written. */
export const readPhone = (raw: string, country?: string): string | undefined => {
  const number = parsePhoneNumberFromString(raw, country as CountryCode | undefined)
  return number?.isPossible() ? number.number : undefined
}
