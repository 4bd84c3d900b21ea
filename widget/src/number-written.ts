import { plain, writtenIn } from '@bantam/engine'

/**
 * A number as people write it (1 000, 1’000.50, 10.000, 2,5) in the writing that the engine reads. Of two signs the
 * later one parts decimals, one that stands twice parts thousands; a lone one before three digits does so where the
 * language parts decimals with the other, or where there are none. What is no number stays none.
 */
export const numberWritten = (
  text: string,
  { language, integer }: { language: string; integer?: boolean | undefined },
): string => {
  const bare = plain(text)
    .replace(/[\s'’٬]/g, '')
    .replace('٫', '.')
  const signs = bare.replace(/[^.,]/g, '')
  const last = signs.at(-1) ?? ''
  const ofDecimals = writtenIn(language, 1.5).includes(',') ? ',' : '.'
  const isThousands =
    /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(bare) && (integer === true || last !== ofDecimals)
  const hasDecimals = last !== '' && !isThousands && signs.indexOf(last) === signs.length - 1
  const at = hasDecimals ? bare.lastIndexOf(last) : bare.length
  const whole = bare.slice(0, at)
  const decimals = bare.slice(at + 1)
  if (/[.,]/.test(whole) && !grouped.test(whole)) return bare
  return whole.replace(/[.,]/g, '') + (hasDecimals ? `.${decimals}` : '')
}

/** Thousands, or as India counts them: 1,000,000 and 10,00,000. */
const grouped = /^[+-]?\d{1,3}([.,])(\d{2,3}\1)*\d{3}$/
