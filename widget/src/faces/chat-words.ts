/** What the chat says beyond the card. */
export const chatWords = {
  /** Names the list of what was asked and said. */
  past: 'So far',
  /** Before an answer that can be taken back. */
  change: 'Change',
  skipped: 'No answer',
}
