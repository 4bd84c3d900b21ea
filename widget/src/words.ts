/**
 * What the widget says by itself around a first question; the form's own texts are the form's. `{0}` and `{1}` stand
 * for what is said of, and where a number decides the form of the words there is a table of the forms.
 */
export const words = {
  next: 'Continue',
  submit: 'Submit',
  back: 'Back',
  notYou: 'Not you?',
  why: 'Why we ask',
  optional: 'Optional',
  progress: 'Progress',
  position: 'Question {0}.',
  left: { one: 'Last one', other: 'Up to {0} left' },
  yes: 'Yes',
  no: 'No',
  other: 'Other',
  otherText: 'Your answer',
  enter: 'Enter',
  enterWithModifier: 'Ctrl + Enter',
  keys: { yes: 'Y', no: 'N' },
  ofSteps: '{0} of {1}',
}
