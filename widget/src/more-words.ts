import type { QuestionKind } from '@bantam/schema'

const pick = 'Please pick an answer to go on.'

/** What the widget says by itself past the first question. */
export const moreWords = {
  choose: 'Choose…',
  agree: 'I agree',
  optional: 'Optional',
  required: 'Please answer this question to go on.',
  missing: 'Please fill this in.',
  rowOpen: 'Please pick an answer.',
  complaints: {
    'single-choice': pick,
    'multiple-choice': pick,
    'picture-choice': pick,
    dropdown: pick,
    'yes-no': pick,
    rating: pick,
    scale: pick,
    ranking: 'Please put the choices in order to go on.',
    matrix: 'Please pick an answer in each row to go on.',
    file: 'Please add a file to go on.',
    consent: 'Please tick the box to go on.',
    scheduling: 'Please tell us that you have chosen a time to go on.',
  } as Partial<Record<QuestionKind, string>>,
  inputLoading: 'Loading this question…',
  inputBroken: 'This question could not be loaded. Your answers are kept.',
  tryAgain: 'Try again',
  sending: 'Sending…',
  offline: 'Saved. We will send it as soon as you are back online.',
  busy: 'Saved. It will be sent in a moment.',
  keepOpen: 'You need not do anything.',
  unavailable: 'This form has changed since this page was opened.',
  refused: 'This form could not take your answers.',
  openPage: 'Open the form on its own page',
  booking: 'Choose a time',
  asset: 'Open it now',
  redirect: 'Continue',
}
