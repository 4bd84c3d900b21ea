/** What an appointment says by itself. */
export const schedulingWords = {
  open: 'Choose a time',
  newTab: 'opens in a new tab',
  done: 'I have chosen a time',
  when: 'When is it? (optional)',
  chosen: 'A time was chosen',
}
