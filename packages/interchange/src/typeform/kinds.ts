import { asAddress, asContact, asMatrix } from './block-kinds.ts'
import { asDropdown, asMultipleChoice, asPictureChoice, asRanking } from './choice-kinds.ts'
import type { Make } from './making.ts'
import {
  asCalendly,
  asDate,
  asEmail,
  asFile,
  asLegal,
  asNps,
  asNumber,
  asOpinionScale,
  asPhone,
  asRating,
  asStart,
  asStatement,
  asText,
  asUnknown,
  asWebsite,
  asWelcome,
  asYesNo,
} from './plain-kinds.ts'

/** The question that a field of a kind becomes; kinds that nothing here knows keep their words alone. */
export const makeFor = (type: string): Make =>
  Object.hasOwn(makers, type) ? (makers[type] ?? asUnknown) : asUnknown

const makers: { readonly [type: string]: Make } = {
  short_text: asText('short-text'),
  long_text: asText('long-text'),
  email: asEmail,
  phone_number: asPhone,
  website: asWebsite,
  url: asWebsite,
  number: asNumber,
  multiple_choice: asMultipleChoice,
  checkbox: asMultipleChoice,
  dropdown: asDropdown,
  picture_choice: asPictureChoice,
  ranking: asRanking,
  yes_no: asYesNo,
  legal: asLegal,
  rating: asRating,
  opinion_scale: asOpinionScale,
  nps: asNps,
  date: asDate,
  matrix: asMatrix,
  contact_info: asContact,
  address: asAddress,
  file_upload: asFile,
  statement: asStatement,
  welcome_screen: asWelcome,
  calendly: asCalendly,
  start: asStart,
}
