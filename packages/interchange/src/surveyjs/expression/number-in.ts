/**
 * The number a text writes for SurveyJS, or NaN: one comma is a decimal point, signs of calculation
 * and more than fifteen digits make it a text.
 */
const numberIn = (text: string): number => {
  const trimmed = text.trim()
  if (!trimmed || (trimmed.length > 15 && /^\d+$/.test(trimmed)) || hasOperator(trimmed))
    return Number.NaN
  if (trimmed.startsWith('0x')) return trimmed.length > 32 ? Number.NaN : Number.parseInt(trimmed)
  const comma = trimmed.indexOf(',')
  const written =
    comma > -1 && !trimmed.includes(',', comma + 1) ? trimmed.replace(',', '.') : trimmed
  return Number.isFinite(Number(written)) ? Number.parseFloat(written) : Number.NaN
}

const hasOperator = (text: string) =>
  text.lastIndexOf('-') <= 0 && text.lastIndexOf('+') <= 0 && /[*^/%]/.test(text)

/** A text as SurveyJS takes it in an expression: a boolean, a number, a quoted text, or itself. */
export const valueWritten = (text: string): string | number | boolean => {
  if (/^true$/i.test(text)) return true
  if (/^false$/i.test(text)) return false
  if (text.length > 1 && isQuote(text[0]) && isQuote(text.at(-1))) return text.slice(1, -1)
  const number = numberIn(text)
  return Number.isNaN(number) || isPadded(text) ? text : number
}

const isQuote = (sign: string | undefined) => sign === "'" || sign === '"'

/** A leading zero that no decimal point follows belongs to a text such as a postal code. */
const isPadded = (text: string) =>
  text.startsWith('0') && !text.startsWith('0x') && text.length > 1 && !/^0[.,]/.test(text)
