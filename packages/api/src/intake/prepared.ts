import { displayOf, recall, recallLookup, replay, type CompiledForm } from '@bantam/engine'
import type { AnswerValue, ConsentGiven, Hidden, Page, ProblemDetail } from '@bantam/schema'
import type { SubmissionRecord } from '@bantam/storage'
import { isDisposable, isFreeMail } from '../facts/mail-domains.ts'
import { readPhone } from '../facts/phone.ts'
import type { Definitions, FormVersion } from './directory.ts'

/** What a visitor sent, of the right shape but not yet believed. */
export interface Sent {
  readonly version: number
  readonly answers: readonly { questionId: string; value?: unknown }[]
  readonly hidden?: Hidden | undefined
  readonly page?: Page | undefined
  readonly conversationId?: string | undefined
  readonly consent?: readonly ConsentGiven[] | undefined
}

/** A submission that holds: replayed along its path, every answer read, ready to be decided. */
export interface Prepared {
  readonly form: FormVersion
  readonly definitions: Definitions
  readonly key: string
  readonly fingerprint: string
  readonly conversationId: string | undefined
  readonly visitorHash: string | undefined
  readonly signals: readonly { name: string; at: number }[]
  readonly answers: SubmissionRecord['answers']
  readonly discarded: readonly string[]
  readonly ending: string | undefined
  readonly hidden: Hidden
  readonly page: Page | undefined
  readonly consent: readonly ConsentGiven[]
  /** What this submission alone says, by ref. */
  readonly values: { readonly [ref: string]: AnswerValue }
  readonly email: string
  readonly name: string
  readonly company: string
}

/** Facts that reading an answer needs and the engine cannot have. */
const answerFacts = { readPhone, isFreeMail, isDisposable }

export type Preparation =
  | { readonly kind: 'prepared'; readonly submission: Prepared }
  | { readonly kind: 'refused'; readonly errors: readonly ProblemDetail[] }

/** Replays what was sent along the path of its form version; trusts nothing else. */
export const prepare = (
  sent: Sent,
  known: Pick<Prepared, 'form' | 'definitions' | 'key' | 'fingerprint' | 'visitorHash' | 'signals'>,
): Preparation => {
  const { compiled, definition } = known.form
  const hidden = declared(sent.hidden ?? {}, definition.hidden ?? [])
  const { errors, answers, discarded, ending, values } = follow(compiled, {
    answers: sent.answers,
    hidden,
  })
  if (errors.length > 0) return { kind: 'refused', errors }
  return {
    kind: 'prepared',
    submission: {
      ...known,
      conversationId: sent.conversationId,
      answers,
      discarded,
      ending,
      hidden,
      page: sent.page,
      consent: sent.consent ?? [],
      values,
      email: emailAmong(compiled, answers),
      name: nameOf(values),
      company: companyOf(values),
    },
  }
}

/** What sent answers amount to on this form: the path they lead through, what counts, what does not, what is wrong. */
export const follow = (
  form: CompiledForm,
  { answers: sent, hidden = {} }: { answers: Sent['answers']; hidden?: Hidden },
): Pick<Prepared, 'answers' | 'discarded' | 'ending' | 'values'> & {
  readonly path: readonly string[]
  readonly errors: readonly ProblemDetail[]
} => {
  const given = sent.map(({ questionId, value = null }) => ({ questionId, value }))
  const { path, answers, discarded, errors, ending, calculations } = replay(
    form,
    { answers: given, hidden },
    answerFacts,
  )
  return {
    path,
    errors,
    discarded,
    ending,
    answers: told(form, { answers, hidden }),
    values: valuesOf(form, { answers, hidden, calculations }),
  }
}

const declared = (sent: Hidden, names: readonly string[]): Hidden =>
  Object.fromEntries(
    names.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])),
  )

/** Each answer with its question as the visitor read it. */
const told = (
  form: CompiledForm,
  { answers, hidden }: { answers: ReadonlyMap<string, AnswerValue>; hidden: Hidden },
): Prepared['answers'] => {
  const lookup = recallLookup(form, answers, hidden)
  return [...answers].map(([questionId, value]) => {
    const question = form.questions.get(questionId)
    const title = question ? recalled(question.title, lookup) : questionId
    return { questionId, title, value, display: question ? displayOf(question, value) : '' }
  })
}

const recalled = (title: string, lookup: (name: string) => string | undefined): string =>
  title.includes('{{') ? recall(title, lookup) : title

/** By ref: each question's value, its property's, hidden fields, calculations. */
const valuesOf = (
  form: CompiledForm,
  {
    answers,
    hidden,
    calculations,
  }: {
    answers: ReadonlyMap<string, AnswerValue>
    hidden: Hidden
    calculations: Readonly<Record<string, number | string>>
  },
): { readonly [ref: string]: AnswerValue } => {
  const values: Record<string, AnswerValue> = {}
  for (const [questionId, value] of answers) {
    values[`question:${questionId}`] = value
    const property = form.questions.get(questionId)?.property
    if (property) values[`property:${property}`] = value
  }
  for (const name in hidden) values[`hidden:${name}`] = hidden[name] ?? ''
  for (const id in calculations) values[`calculation:${id}`] = calculations[id] ?? ''
  return values
}

const emailAmong = (form: CompiledForm, answers: Prepared['answers']): string => {
  for (const { questionId, value } of answers)
    if (form.questions.get(questionId)?.kind === 'email' && typeof value === 'string') return value
  return ''
}

const text = (value: AnswerValue | undefined): string => (typeof value === 'string' ? value : '')

const nameOf = (values: Prepared['values']): string =>
  text(values['property:name']) ||
  [text(values['property:firstName']), text(values['property:lastName'])].filter(Boolean).join(' ')

const companyOf = (values: Prepared['values']): string => {
  const company = values['property:company']
  return (
    text(company) || (typeof company === 'object' && 'name' in company ? text(company.name) : '')
  )
}
