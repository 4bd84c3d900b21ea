import { Choice, ConsentText, Ending, Form, Question } from '@bantam/schema'

const { title, help, why } = Question.options[0].shape

/** The schema of each text a person may edit. */
export const texts = {
  formTitle: Form.shape.title,
  questionTitle: title,
  help,
  why,
  choiceLabel: Choice.shape.label,
  choiceImage: Ending.shape.url,
  choiceAlt: Choice.shape.label,
  endingTitle: Ending.shape.title,
  endingBody: Ending.shape.body,
  endingUrl: Ending.shape.url,
  consentText: ConsentText.shape.text,
  consentVersion: ConsentText.shape.textVersion,
}
export type TextName = keyof typeof texts

/** What is wrong with a text, in words; undefined when the schema takes it. An emptied optional text is fine. */
export const complaintAbout = (name: TextName, text: string): string | undefined => {
  const reading = texts[name].safeParse(text === '' && optional.has(name) ? undefined : text)
  const issue = reading.error?.issues[0]
  return issue && inWords(issue, text)
}

/**
 * What is wrong with a question once it holds `value` under a field's name (`validation.max` one level down), in
 * words; undefined when the schema takes it, or minds something else.
 */
export const complaintAboutField = (
  question: Question,
  { field, value }: { field: string; value: unknown },
): string | undefined => {
  const path = field.split('.')
  const [outer = '', inner] = path
  const held: unknown = Reflect.get(question, outer)
  const part = inner === undefined ? value : { ...Object(held), [inner]: value }
  const issue = Question.safeParse({ ...question, [outer]: part }).error?.issues.find((each) =>
    path.every((name, at) => each.path[at] === name),
  )
  return issue && inWords(issue, value)
}

type Issue = NonNullable<ReturnType<typeof Form.safeParse>['error']>['issues'][number]

const inWords = (issue: Issue, value: unknown): string => {
  const isText = typeof value === 'string'
  switch (issue.code) {
    case 'too_small':
      return isText ? 'This cannot be empty.' : `At least ${issue.minimum.toLocaleString('en')}.`
    case 'too_big':
      return isText
        ? `At most ${issue.maximum.toLocaleString('en')} characters; this has ${value.length.toLocaleString('en')}.`
        : `At most ${issue.maximum.toLocaleString('en')}.`
    case 'invalid_format':
      return formats[issue.format] ?? issue.message
    case 'invalid_type':
      return value === undefined ? 'This cannot be empty.' : 'Write a whole number.'
    default:
      return issue.message
  }
}

const formats: { readonly [format: string]: string } = {
  url: 'Write a full address, such as https://example.com/thanks.',
  date: 'Choose a date.',
  regex: 'Write two capital letters, such as DE.',
}

const optional: ReadonlySet<TextName> = new Set([
  'help',
  'why',
  'choiceImage',
  'choiceAlt',
  'endingBody',
  'endingUrl',
])
