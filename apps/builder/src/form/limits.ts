import { Choice, Ending, Form, Question } from '@bantam/schema'

const { title, help, why } = Question.options[0].shape

/** The schema of each text a person may edit. */
export const texts = {
  formTitle: Form.shape.title,
  questionTitle: title,
  help,
  why,
  choiceLabel: Choice.shape.label,
  endingTitle: Ending.shape.title,
  endingBody: Ending.shape.body,
  endingUrl: Ending.shape.url,
}
export type TextName = keyof typeof texts

/** What is wrong with a text, in words; undefined when the schema takes it. An emptied optional text is fine. */
export const complaintAbout = (name: TextName, text: string): string | undefined => {
  const reading = texts[name].safeParse(text === '' && optional.has(name) ? undefined : text)
  const issue = reading.error?.issues[0]
  if (!issue) return undefined
  switch (issue.code) {
    case 'too_small':
      return 'This cannot be empty.'
    case 'too_big':
      return `At most ${issue.maximum.toLocaleString('en')} characters; this has ${text.length.toLocaleString('en')}.`
    case 'invalid_format':
      return 'Write a full address, such as https://example.com/thanks.'
    default:
      return issue.message
  }
}

const optional: ReadonlySet<TextName> = new Set(['help', 'why', 'endingBody', 'endingUrl'])
