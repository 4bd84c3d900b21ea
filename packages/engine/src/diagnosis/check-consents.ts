import type { Form, QuestionOf } from '@bantam/schema'
import { called } from './called.ts'
import type { Finding } from './finding.ts'
import { recallsInText } from './recalls.ts'

/**
 * What people agree to must be there, and the same for everybody. The record of a consent names the version of the
 * text, and who asks has to be able to show what was agreed to (GDPR, Article 7(1)): a text that says something else to
 * each visitor would leave that to be put together from other answers, which change and are deleted. So texts of
 * consents recall nothing; they are shown letter by letter, and braces in them stop the form from being published. No
 * repair is offered, because what a consent says is for a person to decide, with a version of its own.
 */
export const checkConsents = (form: Form): readonly Finding[] => [
  ...(form.consents ?? []).flatMap(({ purpose, text }, at) =>
    wordings(form, { text, path: `consents.${at}.text`, key: `consents.${purpose}.text` }).flatMap(
      (one) => checkFixed(one, `The text of the consent for "${purpose}"`),
    ),
  ),
  ...form.questions.flatMap((question, at) =>
    question.kind === 'consent' ? checkQuestion(question, { form, at }) : [],
  ),
]

const checkQuestion = (
  question: QuestionOf<'consent'>,
  { form, at }: { form: Form; at: number },
): readonly Finding[] => {
  const { id, purpose, title } = question
  const text = form.consents?.find((one) => one.purpose === purpose)?.text
  if (!(text ?? title).trim())
    return error(`questions.${at}`, {
      code: 'consent-without-text',
      message: `The consent${purpose ? ` for "${purpose}"` : ''} has no text, so nobody knows what they agree to. Write one.`,
    })
  if (text !== undefined) return []
  return wordings(form, {
    text: title,
    path: `questions.${at}.title`,
    key: `questions.${id}.title`,
  }).flatMap((one) => checkFixed(one, `${called(question)} is what people agree to, but it`))
}

interface Wording {
  readonly text: string
  readonly path: string
}

/** A text and its translations. */
const wordings = (
  { translations = {} }: Form,
  { key, ...own }: Wording & { key: string },
): readonly Wording[] => [
  own,
  ...Object.entries(translations).flatMap(([language, texts]) => {
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined
    return text ? [{ text, path: `translations.${language}.${key}` }] : []
  }),
]

const checkFixed = ({ text, path }: Wording, what: string): readonly Finding[] => {
  const [recalled] = recallsInText(text)
  if (!recalled) return []
  return error(path, {
    code: 'consent-recalls',
    message: `${what} recalls {{${recalled.name}}}. It is kept on record as what was agreed to, so it has to say the same to everybody. Write it without braces.`,
  })
}

const error = (path: string, rest: Pick<Finding, 'code' | 'message'>): readonly Finding[] => [
  { severity: 'error', path, ...rest },
]
