/** A text with its digits and signs as ASCII has them, whichever keyboard wrote them: full-width, Arabic or Persian. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    // The last four bits of each are its value.
    .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
