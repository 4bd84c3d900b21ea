import { reworded } from './wording.ts'

/**
 * A question or an ending with every text that people read as `say` recalls it, for whoever shows it: title and help
 * as well as labels, placeholders, units, buttons and hints. A text is recalled once only, so what comes back must not
 * be recalled again: an answer that looks like a recall is an answer.
 *
 * The texts of a form's consents are not for this: they are shown as they are written.
 */
export const saidTexts = <T>(shown: T, say: (text: string) => string): T =>
  reworded(shown, { say: (text) => (text.includes('{{') ? say(text) : text) })
